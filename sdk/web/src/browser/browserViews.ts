import type { ViewOptions, Views } from '../port/Views';

/** What counts as touching the page, after which browsers play sound. */
const TOUCHES = ['pointerdown', 'keydown'] as const;

/** Elements whose sound the browser keeps back, with what they are to play then. */
const silenced = new WeakMap<HTMLVideoElement, ViewOptions>();

export const browserViews: Views = {
  show: (element, stream, options, onSilenced) => {
    element.srcObject = stream;
    element.autoplay = true;
    element.playsInline = true;
    apply(element, options);
    element.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || element.muted) {
        return; // nothing to play yet, or shown elsewhere meanwhile: the element begins by itself
      }
      silenced.set(element, options);
      element.muted = true;
      element.play().catch(() => undefined);
      awaitTouch(element);
      onSilenced();
    });
  },
  change: (element, options) => {
    if (silenced.has(element)) {
      silenced.set(element, options);
      apply(element, { ...options, muted: true });
    } else {
      apply(element, options);
    }
  },
  clear: (element) => {
    silenced.delete(element);
    element.srcObject = null;
    element.style.removeProperty('transform');
  },
};

function awaitTouch(element: HTMLVideoElement): void {
  const touched = (): void => {
    TOUCHES.forEach((touch) => document.removeEventListener(touch, touched, true));
    const options = silenced.get(element);
    if (options) {
      silenced.delete(element);
      apply(element, options);
      element.play().catch(() => undefined);
    }
  };
  TOUCHES.forEach((touch) => document.addEventListener(touch, touched, true));
}

function apply(element: HTMLVideoElement, options: ViewOptions): void {
  element.muted = options.muted;
  element.volume = options.volume;
  element.style.transform = options.mirrored ? 'scaleX(-1)' : '';
  if ('setSinkId' in element && element.sinkId !== options.speakerId) {
    element.setSinkId(options.speakerId).catch(() => undefined); // that speaker is gone; the browser's choice is heard
  }
}
