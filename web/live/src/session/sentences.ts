import * as codes from 'freshet-web/error-codes';
import type { ErrorCode } from 'freshet-web/error-codes';

const TEXTS: readonly (readonly [code: ErrorCode, zh: string, ownEn?: string])[] = [
  [codes.COMMON_NOT_LOGIN_ROOM, '还没有进入房间：请先登录房间。'],
  [codes.COMMON_ENGINE_NOT_STARTED, '在开始之前就已停止。'],
  [codes.COMMON_UNSUPPORTED_PLATFORM, '这个浏览器没有此功能；有些功能需要以 https:// 或 localhost 打开页面。'],
  [codes.COMMON_SDK_NO_MODULE, '此版本的 SDK 不支持这个功能。'],
  [codes.COMMON_STREAM_ID_TOO_LONG, '流 ID 太长：请少于 256 字节。'],
  [codes.COMMON_STREAM_ID_NULL, '请填写流 ID。'],
  [codes.COMMON_STREAM_ID_INVALID_CHARACTER, "流 ID 含有不允许的字符：只能用 A-Z、a-z、0-9、'-' 和 '_'。"],
  [codes.COMMON_ILLEGAL_PARAM, '参数缺失、格式不对或超出范围。'],
  [codes.COMMON_APP_OFFLINE_ERROR, '该 AppID 已停用：请联系服务器的运营者。'],
  [codes.COMMON_APP_ACCESS_DENIED_ERROR, '服务器不为这个客户端服务。'],
  [codes.ENGINE_APPID_ZERO, '请填写项目的 AppID。'],
  [codes.ENGINE_APPID_INCORRECT_OR_NOT_ONLINE, '服务器不认识这个 AppID：请检查 AppID 和服务器地址。'],
  [codes.ROOM_USER_ID_NULL, '请填写用户 ID。'],
  [codes.ROOM_USER_ID_INVALID_CHARACTER, "用户 ID 含有不允许的字符：请用英文字母、数字和 ~!@#$%^&*()_+=-;,.<>\\`'。"],
  [codes.ROOM_USER_ID_TOO_LONG, '用户 ID 太长：请少于 64 字节。'],
  [codes.ROOM_ROOMID_NULL, '请填写房间 ID。'],
  [codes.ROOM_ROOMID_INVALID_CHARACTER, "房间 ID 含有不允许的字符：请用英文字母、数字和 ~!@#$%^&*()_+=-;,.<>\\`'。"],
  [codes.ROOM_ROOMID_TOO_LONG, '房间 ID 太长：请少于 128 字节。'],
  [
    codes.ROOM_ERROR_CONNECT_FAILED,
    '连不上服务器：请检查网络和服务器地址。正在重试。',
    'The server does not answer: check the network and the address. Trying again.',
  ],
  [codes.ROOM_ERROR_LOGIN_TIMEOUT, '服务器没有及时回应登录：请检查网络和服务器地址。'],
  [
    codes.ROOM_ERROR_AUTHENTICATION_FAILED,
    '登录被拒绝：Token 不是用本项目的 ServerSecret 生成的、被改动过，或不允许进入这个房间。',
  ],
  [codes.ROOM_ERROR_EXCEED_MAXIMUM_MEMBER, '房间已满。'],
  [codes.ROOM_ERROR_EXCEED_MAXIMUM_ROOM_COUNT, '服务器没有更多房间的余地。'],
  [codes.ROOM_KICKED_OUT, '同一个用户 ID 在别处登录，这里的登录因此结束。'],
  [
    codes.ROOM_CONNECT_TEMPORARY_BROKEN,
    '连接暂时中断，正在重连。',
    'The connection is lost for the moment; connecting again.',
  ],
  [codes.ROOM_DISCONNECT, '连接已断开，不再重试：请重新加入。'],
  [codes.ROOM_RETRY_TIMEOUT, '在重试时间内一直连不上服务器：请检查网络后重新加入。'],
  [codes.ROOM_MANUAL_KICKED_OUT, '服务器把该用户移出了房间。'],
  [
    codes.ROOM_TOKEN_EXPIRED_KICKED_OUT,
    'Token 已过期：请用新的 Token 重新加入。',
    'The token has run out: join again with a new one.',
  ],
  [codes.ROOM_SESSION_EXCEPTION_KICKED_OUT, '服务器因状态异常结束了会话：请重新加入。'],
  [codes.ROOM_USER_IN_BLACKLIST, '该用户已被封禁。'],
  [codes.ROOM_NO_TOKEN, '请填写 Token。'],
  [codes.ROOM_APP_CALL_API_TOO_FREQUENT, '操作太频繁：请慢一些。'],
  [codes.ROOM_ROOM_CALL_API_TOO_FREQUENT, '这个房间里的操作太频繁：请慢一些。'],
  [codes.ROOM_APP_CALL_TOO_FREQUENT, '请求太多：请慢一些。'],
  [codes.ROOM_TOKEN_INNER_ERROR, '服务器自身出错，无法检查 Token。'],
  [codes.ROOM_TOKEN_FORMAT_ERROR, 'Token 已损坏：请完整地粘贴。'],
  [codes.ROOM_TOKEN_APPID_ERROR, 'Token 是为另一个 AppID 生成的。'],
  [
    codes.ROOM_TOKEN_USERID_ERROR,
    'Token 是为另一个用户 ID 生成的：请填写 Token 所属的用户。',
    'The token was made for another user: fill in the user it belongs to, or another token.',
  ],
  [
    codes.ROOM_TOKEN_EXPIRE_ERROR,
    'Token 已过期：请换一个新的。',
    'The token has run out: ask the operator for a new one, or make one.',
  ],
  [codes.ROOM_TOKEN_VERSION_ERROR, '不支持这个版本的 Token：请用 04 版本。'],
  [codes.ROOM_TOKEN_NONCETYPE_ERROR, 'Token 的 nonce 不是 32 位整数。'],
  [codes.ROOM_RENEW_TOKEN_NO_PUBLISH_AUTH_ERROR, '新 Token 不允许推流，而这里正在推流。'],
  [codes.ROOM_INNER_ERROR, '房间服务出错：请重试。'],
  [
    codes.PUBLISHER_PUBLISH_STREAM_FAILED,
    '推流失败：没有收到媒体，或浏览器与服务器没有共同的编解码器。',
    'Publishing failed: no media arrived, or browser and server have no codec in common.',
  ],
  [
    codes.PUBLISHER_ERROR_NETWORK_INTERRUPT,
    '推流因网络中断，正在重连。',
    'Publishing is interrupted by the network; connecting again.',
  ],
  [codes.PUBLISHER_ERROR_RETRY_TIMEOUT, '在重试时间内推流未能恢复：请检查网络后重新推流。'],
  [codes.PUBLISHER_ERROR_ALREADY_DO_PUBLISH, '这个通道正在推流：请先停止。'],
  [codes.PUBLISHER_ERROR_SERVER_FORBID, '服务器禁止了这条流。'],
  [codes.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM, '已有同样流 ID 的流：请换一个流 ID。'],
  [codes.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR, '推流被拒绝：Token 错误、已过期，或不允许推这条流。'],
  [codes.PUBLISHER_VIDEO_ENCODER_NO_SUPPORTTED, '没有这种视频编码器。'],
  [codes.PUBLISHER_VIDEO_ENCODER_FAIL, '视频编码器出错。'],
  [codes.PUBLISHER_INNER_ERROR, '推流服务出错：请重试。'],
  [
    codes.PLAYER_PLAY_STREAM_FAILED,
    '播放失败：没有收到媒体，或浏览器与服务器没有共同的编解码器。',
    'Playing failed: no media arrived, or browser and server have no codec in common.',
  ],
  [codes.PLAYER_PLAY_STREAM_NOT_EXIST, '这条流现在还没有；一有就播放。'],
  [codes.PLAYER_COUNT_EXCEED, '同时播放的流已达上限：请先停止一条。'],
  [
    codes.PLAYER_ERROR_NETWORK_INTERRUPT,
    '播放因网络中断，正在重连。',
    'Playing is interrupted by the network; connecting again.',
  ],
  [codes.PLAYER_ERROR_SERVER_FORBID, '服务器禁止了这条流。'],
  [
    codes.PLAYER_NOT_CONFIG_L3,
    '该 AppID 没有开通 L3：请为项目开通，或用 RTC 播放。',
    'L3 is not enabled for this AppID: play by RTC, or ask the operator.',
  ],
  [codes.PLAYER_VIDEO_DECODER_NO_SUPPORTTED, '没有这种视频解码器。'],
  [codes.PLAYER_VIDEO_DECODER_FAIL, '视频解码器出错。'],
  [codes.PLAYER_INNER_ERROR, '播放服务出错：请重试。'],
  [codes.DEVICE_ERROR_TYPE_GENERIC, '设备出错。'],
  [
    codes.DEVICE_ERROR_TYPE_INVALID_ID,
    '没有找到摄像头或麦克风：请接上设备，或改用测试画面。',
    'No camera or microphone was found: plug one in, or publish the test picture.',
  ],
  [
    codes.DEVICE_ERROR_TYPE_NO_AUTHORIZATION,
    '页面没有使用摄像头或麦克风的权限：请在地址栏里允许，再试一次。',
    'The page may not use camera or microphone: allow it in the address bar and try again.',
  ],
  [codes.DEVICE_ERROR_TYPE_ZERO_FPS, '摄像头没有画面。'],
  [
    codes.DEVICE_ERROR_TYPE_IN_USE_BY_OTHER,
    '设备正被别的程序使用：请先关闭那个程序。',
    'Another program is using the device: close it and try again.',
  ],
  [codes.DEVICE_ERROR_TYPE_UNPLUGGED, '设备已拔出。'],
  [codes.IM_CONTENT_NULL, '请输入消息。'],
  [codes.IM_CONTENT_TOO_LONG, '消息太长：请不要超过 1024 字节。'],
  [codes.IM_INCONSISTENT_ROOM_ID, '不在这个房间里。'],
  [codes.IM_SEND_FAILED, '消息没有发出：请检查网络后重试。'],
  [codes.IM_BROADCAST_MESSAGE_QPS_OVERLOAD, '发送太频繁：每秒最多 2 条。'],
];

export interface Sentence {
  readonly zh: string;

  /** The SDK's for the code. */
  readonly en: string;

  /** What is said here instead of the SDK's: what a visitor can do, where that speaks to programmers. */
  readonly ownEn: string | undefined;
}

/** The sentences a visitor of this page may meet, by code. */
export const SENTENCES: ReadonlyMap<number, Sentence> = new Map(
  TEXTS.map(([{ code, sentence }, zh, ownEn]) => [code, { zh, en: sentence, ownEn }]),
);
