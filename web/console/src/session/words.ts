import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    logIn: 'Log in',
    password: 'Password',
    passwordHint: 'The first start of the server printed it. If it is lost, ./freshet password makes a new one.',
    passwordMissing: 'Type the console’s password.',
    passwordWrong: 'The password is wrong. If it is lost, ./freshet password makes a new one on the server’s machine.',
    expired: 'Your session is over. Log in again to go on where you were.',
  },
  {
    logIn: '登录',
    password: '密码',
    passwordHint: '服务器首次启动时会显示密码。如已遗失，可用 ./freshet password 生成新密码。',
    passwordMissing: '请输入控制台密码。',
    passwordWrong: '密码错误。如已遗失，请在服务器上运行 ./freshet password 生成新密码。',
    expired: '会话已结束。请重新登录，登录后会回到原来的页面。',
  },
);
