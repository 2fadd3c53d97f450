import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    heading: 'Account',
    change: 'Change the password',
    what: 'All other sessions end; this one stays.',
    current: 'Current password',
    currentMissing: 'Type the password that you logged in with.',
    currentWrong: 'This is not the current password.',
    next: 'New password',
    nextHint: '12 to 128 characters.',
    nextWrong: 'A password has 12 to 128 characters; this one has {length}.',
    repeat: 'New password again',
    repeatWrong: 'The two are not the same.',
    save: 'Change password',
    saved: 'The password is changed, and all other sessions have ended.',
  },
  {
    heading: '账户',
    change: '修改密码',
    what: '其他会话都会结束，当前会话保留。',
    current: '当前密码',
    currentMissing: '请输入登录时使用的密码。',
    currentWrong: '这不是当前密码。',
    next: '新密码',
    nextHint: '12 到 128 个字符。',
    nextWrong: '密码须为 12 到 128 个字符，当前为 {length} 个。',
    repeat: '再次输入新密码',
    repeatWrong: '两次输入不一致。',
    save: '修改密码',
    saved: '密码已修改，其他会话均已结束。',
  },
);
