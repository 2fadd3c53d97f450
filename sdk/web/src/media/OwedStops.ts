import type { ClientMessage } from '../protocol/ClientMessage';
import type { Signalling } from '../signal/Signalling';

/** The oldest gives way to more. */
const MAX = 64;

interface Owed {
  readonly roomId: string;
  readonly streamId: string;
}

/**
 * Streams that were stopped here and that the server has yet to be told of, so that a stop made while the connection is
 * down is not forgotten.
 */
export class OwedStops {
  private readonly owed = new Map<string, Owed>();

  /**
   * @param maySend whether requests of a room may be sent now
   * @param request the one that stops a stream
   */
  constructor(
    private readonly signalling: Signalling,
    private readonly maySend: (roomId: string) => boolean,
    private readonly request: (roomId: string, streamId: string) => ClientMessage,
  ) {}

  onStop(roomId: string, streamId: string): void {
    const stop = { roomId, streamId };
    this.owed.delete(streamId);
    this.owed.set(streamId, stop);
    if (this.owed.size > MAX) {
      this.owed.delete([...this.owed.keys()][0] ?? '');
    }
    if (this.maySend(roomId)) {
      this.send(stop);
    }
  }

  /**
   * Tells the server at once and owes it no longer: should the connection swallow it, the stream ends with its
   * transport.
   */
  sendNow(roomId: string, streamId: string): void {
    this.send({ roomId, streamId });
  }

  /** The stream is wanted again: what is asked for now replaces what was. */
  onStart(streamId: string): void {
    this.owed.delete(streamId);
  }

  /**
   * Requests may be sent again.
   *
   * @param known false when the server has forgotten the streams anyway
   */
  onMaySend(roomId: string, known: boolean): void {
    if (!known) {
      this.onRoomOver(roomId);
    }
    for (const stop of [...this.owed.values()]) {
      if (stop.roomId === roomId) {
        this.send(stop);
      }
    }
  }

  /** With its login the server forgets a room's streams. */
  onRoomOver(roomId: string): void {
    for (const stop of [...this.owed.values()]) {
      if (stop.roomId === roomId) {
        this.owed.delete(stop.streamId);
      }
    }
  }

  private send(stop: Owed): void {
    this.signalling.request(this.request(stop.roomId, stop.streamId), {
      onAnswer: () => {
        if (this.owed.get(stop.streamId) === stop) {
          this.owed.delete(stop.streamId);
        }
      },
      onLost: () => undefined,
    });
  }
}
