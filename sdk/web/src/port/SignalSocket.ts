/** One WebSocket connection to the server's signalling endpoint. */
export interface SignalSocket {
  /** Queues a text message; ignored once closed. */
  send(text: string): void;

  /** Closes politely; no call of the listener follows. */
  close(): void;
}

export interface SignalSocketListener {
  onText(text: string): void;

  /** The connection is over or never came about; nothing follows. */
  onClosed(reason: string): void;
}

/** Connects in the background: the listener is called after this has returned. */
export type SignalSockets = (url: string, listener: SignalSocketListener) => SignalSocket;
