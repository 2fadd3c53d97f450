import type { Project } from '../api/projects.ts';
import type { Room, User } from '../api/rooms.ts';

function folded(text: string): string {
  return text.trim().toLocaleLowerCase();
}

/** The rooms whose ID, project or AppID holds the text. */
export function matchingRooms(
  rooms: readonly Room[],
  names: ReadonlyMap<number, string>,
  text: string,
): readonly Room[] {
  const sought = folded(text);
  return rooms.filter((room) =>
    [room.roomId, names.get(room.appId) ?? '', String(room.appId)].some((name) => folded(name).includes(sought)),
  );
}

/** The users whose ID or name holds the text. */
export function matchingUsers(users: readonly User[], text: string): readonly User[] {
  const sought = folded(text);
  return users.filter((user) => [user.userId, user.userName].some((name) => folded(name).includes(sought)));
}

export function projectNames(projects: readonly Project[]): ReadonlyMap<number, string> {
  return new Map(projects.map((project) => [project.appId, project.name]));
}
