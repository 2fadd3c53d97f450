import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    title: 'Chat',
    empty: 'Nothing has been said yet.',
    message: 'Message',
    sendAs: 'Send as',
    broadcast: 'Broadcast',
    barrage: 'Barrage',
    send: 'Send',
    kindHint: 'Broadcasts reach everybody for sure; barrage messages may be dropped in crowds.',
  },
  {
    title: '聊天',
    empty: '还没有消息。',
    message: '消息',
    sendAs: '发送方式',
    broadcast: '广播',
    barrage: '弹幕',
    send: '发送',
    kindHint: '广播一定会送达每个人；人多时弹幕可能被丢弃。',
  },
);
