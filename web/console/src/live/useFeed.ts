import { type InjectionKey, onScopeDispose, watch } from 'vue';
import { query, ROOT } from '../api/client.ts';
import type { RoomName } from '../api/rooms.ts';
import { needed } from '../parts/context.ts';
import { SESSION } from '../session/session.ts';
import { Feed, type FeedSurroundings } from './feed.ts';

export const LIVE: InjectionKey<Omit<FeedSurroundings, 'lost'>> = Symbol('live');

/**
 * A feed for as long as the component is there: of one room, or of the server and all its rooms. It rests while the page
 * is hidden: browsers keep few connections to a server, and pages in the background would take them all.
 */
export function useFeed(room?: RoomName): Feed {
  const session = needed(SESSION);
  const surroundings = needed(LIVE);
  const address = `${ROOT}/live${room === undefined ? '' : query({ appId: room.appId, roomId: room.roomId })}`;
  const feed = new Feed(address, { ...surroundings, lost: () => void session.find() });

  function follow(): void {
    if (document.hidden) {
      feed.stop();
    } else {
      feed.start();
    }
  }

  follow();
  document.addEventListener('visibilitychange', follow);
  watch(session.returns, () => feed.start());
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', follow);
    feed.stop();
  });
  return feed;
}
