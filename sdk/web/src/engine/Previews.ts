import { type ZegoPublishChannel, ZegoVideoMirrorMode } from '../api/enums';
import type { Capture } from '../capture/Capture';
import type { ViewOptions, Views } from '../port/Views';
import type { Problem } from '../protocol/identifiers';
import * as codes from '../protocol/errorCodes';

/** Shows what the channels capture to whoever is captured. */
export class Previews {
  private readonly elements = new Map<ZegoPublishChannel, HTMLVideoElement>();
  private readonly mirrors = new Map<ZegoPublishChannel, ZegoVideoMirrorMode>();

  constructor(
    private readonly capture: Capture,
    private readonly views: Views,
  ) {}

  /** Captures and shows; again while previewing: only the view is new. Without an element nothing is shown. */
  start(channel: ZegoPublishChannel, element: HTMLVideoElement | undefined): void {
    this.clear(channel, element);
    if (element && this.elements.get(channel) !== element) {
      this.elements.set(channel, element);
      this.views.show(element, this.capture.of(channel).stream, this.options(channel), () => undefined);
    }
    this.capture.of(channel).setPreviewing(true);
  }

  stop(channel: ZegoPublishChannel): void {
    this.clear(channel, undefined);
    this.capture.of(channel).setPreviewing(false);
  }

  stopAll(): void {
    this.capture.all().forEach((each) => this.stop(each.channel));
  }

  /** @return what cannot be done: browsers do not mirror what is sent */
  setMirror(channel: ZegoPublishChannel, mode: ZegoVideoMirrorMode): Problem {
    if (mode !== ZegoVideoMirrorMode.OnlyPreviewMirror && mode !== ZegoVideoMirrorMode.NoMirror) {
      return codes.COMMON_SDK_NO_MODULE;
    }
    this.mirrors.set(channel, mode);
    this.onChanged(channel);
    return undefined;
  }

  /** The channel captures something else. */
  onChanged(channel: ZegoPublishChannel): void {
    const element = this.elements.get(channel);
    if (element) {
      this.views.change(element, this.options(channel));
    }
  }

  private clear(channel: ZegoPublishChannel, kept: HTMLVideoElement | undefined): void {
    const former = this.elements.get(channel);
    if (former && former !== kept) {
      this.elements.delete(channel);
      this.views.clear(former);
    }
  }

  private options(channel: ZegoPublishChannel): ViewOptions {
    const mirrored = this.capture.of(channel).facesUser && this.mirrors.get(channel) !== ZegoVideoMirrorMode.NoMirror;
    return { muted: true, mirrored, volume: 1, speakerId: '' };
  }
}
