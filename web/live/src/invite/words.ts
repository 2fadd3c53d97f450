import { words } from 'freshet-web-shared/language.ts';

export const say = words(
  {
    title: 'Invite',
    open: 'Invite a phone',
    close: 'Close',
    whole:
      'The link logs in {user}, for {hours} hours. Make another one for the next guest: a user can be in the room only once.',
    plain:
      'The link opens this room, and asks for a user and a token: each token belongs to one user, and only an operator can make one. Log in to the console in this browser to have it in the link.',
    link: 'Link',
    copy: 'Copy link',
    copied: 'Copied.',
    copyFailed: 'The browser does not let the page copy: select the link and copy it yourself.',
    another: 'Another guest',
    local:
      'This page was opened as {host}, which a phone cannot reach: open it by this machine’s name or address first.',
    notSecure: 'By http:// a phone can watch and talk. For its camera it needs https://.',
    qr: 'QR code of the link',
    making: 'Making the link…',
  },
  {
    title: '邀请',
    open: '邀请手机',
    close: '关闭',
    whole: '此链接让 {user} 登录，{hours} 小时内有效。下一位客人请另生成一个：一个用户同时只能进入房间一次。',
    plain:
      '此链接打开这个房间，并询问用户和 Token：每个 Token 只属于一个用户，且只有运营者能生成。在此浏览器中登录控制台，链接就会带上 Token。',
    link: '链接',
    copy: '复制链接',
    copied: '已复制。',
    copyFailed: '浏览器不允许页面复制：请自己选中链接并复制。',
    another: '再邀请一位',
    local: '本页以 {host} 打开，手机访问不到：请先用这台机器的名字或地址打开。',
    notSecure: '用 http:// 打开时，手机可以观看和聊天；要用摄像头需要 https://。',
    qr: '链接的二维码',
    making: '正在生成链接…',
  },
);
