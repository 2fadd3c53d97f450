import type { SignalSocket, SignalSocketListener } from '../port/SignalSocket';

/** A WebSocket of the browser. */
export function openWebSocket(url: string, listener: SignalSocketListener): SignalSocket {
  let open = true;
  const end = (reason: string): void => {
    if (open) {
      open = false;
      listener.onClosed(reason);
    }
  };
  let socket: WebSocket | undefined;
  try {
    socket = new WebSocket(url);
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (open && typeof event.data === 'string') {
        listener.onText(event.data);
      }
    };
    socket.onclose = (event) => end(event.reason || `the connection closed with status ${event.code}`);
  } catch (error) {
    // Pages from https:// may not open ws://.
    const reason = String(error);
    queueMicrotask(() => end(reason));
  }
  return {
    send: (text) => {
      if (open && socket?.readyState === WebSocket.OPEN) {
        socket.send(text);
      }
    },
    close: () => {
      open = false;
      socket?.close(1000);
    },
  };
}
