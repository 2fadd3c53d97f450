import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    title: 'Freshet',
    tagline: 'Live in a fraction of a second',
    room: 'Room {room}',
    noWebRtc:
      'This browser has no WebRTC, or it is switched off: open the page in a current Chrome, Edge, Firefox or Safari.',
    leave: 'Leave',
    connecting: 'Connecting…',
    in: 'Connected',
    reconnecting: 'Reconnecting…',
    tokenEnds: 'The token runs out in {seconds} s: paste a new one to stay, or make one.',
    newToken: 'New token',
    renew: 'Renew',
  },
  {
    title: 'Freshet',
    tagline: '毫秒级直播',
    room: '房间 {room}',
    noWebRtc: '这个浏览器没有 WebRTC，或已将其关闭：请用较新的 Chrome、Edge、Firefox 或 Safari 打开。',
    leave: '离开',
    connecting: '正在连接…',
    in: '已连接',
    reconnecting: '正在重连…',
    tokenEnds: 'Token 将在 {seconds} 秒后过期：请粘贴一个新的，或生成一个。',
    newToken: '新 Token',
    renew: '更新',
  },
);
