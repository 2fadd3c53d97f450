// Every word on the page, in the browser's language.

const ENGLISH = {
  tagline: 'Publish your camera, watch the room.',
  app: 'AppID',
  room: 'Room',
  user: 'User',
  stream: 'Stream',
  token: 'Token',
  yours: 'Your stream',
  publish: 'Publish',
  stop: 'Stop',
  play: 'Play',
  unmute: 'Sound on',
  mute: 'Sound off',
  streams: 'Streams in the room',
  noStreams: 'Nobody else is publishing yet.',
  askingCamera: 'Asking for camera and microphone …',
  connecting: 'Connecting …',
  publishing: 'Publishing',
  playing: 'Playing',
  stopped: 'Stopped.',
  lost: 'The connection is lost. Trying again …',
  takenOver: 'Stopped: another page publishes this stream now.',
  needSettings: 'Fill in AppID, room, user, stream and token. ./freshet token --user alice --link prints a link that does it.',
  noCamera: 'The camera cannot be used: {0}',
  noSecureContext: 'Browsers allow the camera on https:// and http://localhost only.',
  noServer: 'The server does not answer.',
  refused: '{0} (code {1})',
  noMedia: 'No media connection: is UDP port {0} of the server reachable?',
  resolution: 'picture',
  rate: 'rate',
  bitrate: 'bitrate',
  rtt: 'round trip',
  buffer: 'buffer',
  loss: 'loss',
  codec: 'codec',
};

const CHINESE = {
  tagline: '用摄像头推流，观看房间里的直播。',
  app: 'AppID',
  room: '房间',
  user: '用户',
  stream: '流名称',
  token: 'Token',
  yours: '我的推流',
  publish: '开始推流',
  stop: '停止',
  play: '播放',
  unmute: '打开声音',
  mute: '静音',
  streams: '房间里的流',
  noStreams: '还没有其他人在推流。',
  askingCamera: '正在请求摄像头和麦克风权限……',
  connecting: '正在连接……',
  publishing: '推流中',
  playing: '播放中',
  stopped: '已停止。',
  lost: '连接断开，正在重试……',
  takenOver: '已停止：另一个页面正在推送这条流。',
  needSettings: '请填写 AppID、房间、用户、流名称和 Token。运行 ./freshet token --user alice --link 可以得到已填好的链接。',
  noCamera: '无法使用摄像头：{0}',
  noSecureContext: '浏览器只允许在 https:// 或 http://localhost 页面使用摄像头。',
  noServer: '服务器没有响应。',
  refused: '{0}（错误码 {1}）',
  noMedia: '媒体连接不通：请检查服务器的 UDP 端口 {0} 是否可达。',
  resolution: '分辨率',
  rate: '帧率',
  bitrate: '码率',
  rtt: '往返时延',
  buffer: '缓冲',
  loss: '丢包',
  codec: '编码',
};

const chinese = (navigator.language || 'en').toLowerCase().startsWith('zh');
const words = chinese ? CHINESE : ENGLISH;

export function word(name, ...values) {
  const text = words[name] ?? ENGLISH[name] ?? name;
  return values.reduce((result, value, index) => result.replace(`{${index}}`, value), text);
}

export function translatePage() {
  document.documentElement.lang = chinese ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = word(element.dataset.word);
  }
}
