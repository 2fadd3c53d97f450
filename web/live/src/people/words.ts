import { words } from 'freshet-web-shared/language.ts';

export const say = words({ title: 'People', you: '(you)' }, { title: '在场的人', you: '（你）' });
