/** Where the server is, and which of the places named it. */
export interface ServerAddress {
  /** URL of the WebSocket. */
  readonly signalling: string;

  /** The place that named it, for messages. */
  readonly source: string;
}

/** What the page says about the server, outside the application's own calls; undefined where it says nothing. */
export interface ServerPlaces {
  readonly profile: string | undefined;
  readonly meta: string | undefined;
  readonly origin: string | undefined;
}

export const CONFIG_KEY = 'freshet_server';
const DEFAULT = 'ws://localhost:8080';
const PATH = '/signal';
const SCHEMES: Record<string, string> = { 'ws:': 'ws:', 'http:': 'ws:', 'wss:': 'wss:', 'https:': 'wss:' };

/**
 * Looked for in this order: `advancedConfig` key `freshet_server` of `setEngineConfig`, `server` of the profile, the
 * page's `<meta name="freshet-server">`, the page's own origin; for pages that have none `ws://localhost:8080`. Accepted
 * are `ws://host:port`, `wss://`, `http://`, `https://` and a bare `host[:port]`; `/signal` is added.
 *
 * @throws RangeError with a sentence, when the first place found holds no usable address
 */
export function findServer(advancedConfig: Readonly<Record<string, string>>, places: ServerPlaces): ServerAddress {
  const candidates: [text: string | undefined, source: string][] = [
    [advancedConfig[CONFIG_KEY], `advancedConfig ${CONFIG_KEY}`],
    [places.profile, 'server of the profile'],
    [places.meta, 'meta element freshet-server'],
    [places.origin, "the page's own address"],
  ];
  for (const [text, source] of candidates) {
    if (text?.trim()) {
      return parse(text.trim(), source);
    }
  }
  return parse(DEFAULT, `default; set advancedConfig ${CONFIG_KEY} to name another`);
}

function parse(text: string, source: string): ServerAddress {
  const bare = !text.includes('://');
  let url: URL | undefined;
  try {
    url = new URL(bare ? `ws://${text}` : text);
  } catch {
    // Answered below like any other text that is no address.
  }
  const scheme = url && SCHEMES[url.protocol];
  if (!url?.hostname || !scheme || url.search || url.hash || url.username || url.password) {
    throw new RangeError(
      `"${text}" (${source}) is no server address; write wss://live.example.org, http://host:8080 or host:8080`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  return { signalling: `${scheme}//${url.host}${path.endsWith(PATH) ? path : path + PATH}`, source };
}
