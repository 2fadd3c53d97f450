/** What the link of the page carries, behind the `#`, so that a token stays out of requests and logs. */
export interface LinkFields {
  readonly app: string;
  readonly room: string;
  readonly user: string;
  readonly stream: string;
  readonly token: string;
}

export function readLink(hash: string): LinkFields {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const field = (name: string): string => (given.get(name) ?? '').trim();
  return {
    app: field('app'),
    room: field('room'),
    user: field('user'),
    stream: field('stream'),
    token: field('token'),
  };
}

/** @param page the address of the page, without what is behind its `#` */
export function makeLink(page: string, fields: Partial<LinkFields>): string {
  const parts = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${page.replace(/#.*/, '')}#${parts.join('&')}`;
}
