/** Where one can be in the console. Addresses are kept in the fragment, so that they survive logging in. */
export type Route =
  | { readonly at: 'overview' }
  | { readonly at: 'projects' }
  | { readonly at: 'project'; readonly appId: number }
  | { readonly at: 'tokens'; readonly appId?: number }
  | { readonly at: 'forbids'; readonly appId?: number }
  | { readonly at: 'usage'; readonly appId?: number }
  | { readonly at: 'rooms' }
  | { readonly at: 'room'; readonly appId: number; readonly roomId: string }
  | { readonly at: 'stream'; readonly appId: number; readonly roomId: string; readonly streamId: string }
  | { readonly at: 'nodes' }
  | { readonly at: 'audit' }
  | { readonly at: 'account' }
  | { readonly at: 'nowhere' };

const NOWHERE: Route = { at: 'nowhere' };
const MAX_APP_ID = 4_294_967_295;

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function number(part: string): number | undefined {
  const value = /^\d{1,10}$/.test(part) ? Number(part) : 0;
  return value >= 1 && value <= MAX_APP_ID ? value : undefined;
}

function inProject(at: string, appId: number, names: readonly string[]): Route {
  const [roomId, streams, streamId] = names;
  switch (at) {
    case 'projects':
      return names.length === 0 ? { at: 'project', appId } : NOWHERE;
    case 'tokens':
    case 'forbids':
    case 'usage':
      return names.length === 0 ? { at, appId } : NOWHERE;
    case 'rooms':
      if (roomId !== undefined && names.length === 1) {
        return { at: 'room', appId, roomId };
      }
      return roomId !== undefined && streams === 'streams' && streamId !== undefined && names.length === 3
        ? { at: 'stream', appId, roomId, streamId }
        : NOWHERE;
    default:
      return NOWHERE;
  }
}

/** Reads a fragment such as `#/rooms/123/demo`. */
export function parseRoute(fragment: string): Route {
  const parts: string[] = [];
  for (const part of fragment.replace(/^#?\/?/, '').split('/')) {
    const name = decoded(part);
    if (name === undefined) {
      return NOWHERE;
    }
    parts.push(name);
  }
  const [at = '', project, ...names] = parts;
  if (project === undefined || project === '') {
    switch (at) {
      case '':
        return { at: 'overview' };
      case 'projects':
      case 'tokens':
      case 'forbids':
      case 'usage':
      case 'rooms':
      case 'nodes':
      case 'audit':
      case 'account':
        return { at };
      default:
        return NOWHERE;
    }
  }
  const appId = number(project);
  return appId === undefined ? NOWHERE : inProject(at, appId, names);
}

function joined(...parts: readonly (string | number)[]): string {
  return `#/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

/** The fragment of a route, for links. */
export function hrefOf(route: Route): string {
  switch (route.at) {
    case 'overview':
    case 'nowhere':
      return '#/';
    case 'project':
      return joined('projects', route.appId);
    case 'tokens':
    case 'forbids':
    case 'usage':
      return route.appId === undefined ? joined(route.at) : joined(route.at, route.appId);
    case 'room':
      return joined('rooms', route.appId, route.roomId);
    case 'stream':
      return joined('rooms', route.appId, route.roomId, 'streams', route.streamId);
    default:
      return joined(route.at);
  }
}
