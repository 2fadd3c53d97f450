import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    title: 'Freshet',
  },
  {
    title: 'Freshet',
  },
);
