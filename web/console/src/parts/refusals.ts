import type { Refusal } from '../api/client.ts';
import { type Sentences, translated } from '../text/sentences.ts';

/** What the server still refuses when the page has found nothing wrong. */
const SENTENCES: Sentences = [
  [/^There is no room "(.*)"\.$/, '没有房间“$1”。'],
  [/^The room has no stream "(.*)"\.$/, '房间内没有流“$1”。'],
  [/^Nobody publishes a stream "(.*)"\.$/, '没有人在发布流“$1”。'],
  [/^There is no project (\d+)(?: any more)?\.$/, '没有项目 $1。'],
  [/^There is no such rule\.$/, '没有这条规则。'],
  [/^There are (\d+) projects, as many as there may be\.$/, '已有 $1 个项目，达到上限。'],
  [/^There are as many rules of this kind as may be; remove others first\.$/, '此类规则已达上限，请先解除其他规则。'],
  [/^As many streams are forbidden as may be; allow others first\.$/, '被封禁的流已达上限，请先允许其他流。'],
  [/^A later request about this stream was done already\.$/, '已处理过关于此流的更晚请求。'],
  [/^"address" must be an IP address\.$/, '必须是 IP 地址。'],
  [/^The URL cannot be read: .*$/, '无法识别此 URL。'],
  [
    /^The URL must begin with http:\/\/ or https:\/\/ and name a host\.$/,
    'URL 必须以 http:// 或 https:// 开头并包含主机名。',
  ],
  [/^The URL must have no user and no fragment\.$/, 'URL 不得包含用户名和片段。'],
  [
    /^The URL must have at most 1024 characters and a port from 1 to 65535\.$/,
    'URL 最多 1024 个字符，端口须为 1 到 65535。',
  ],
  [/^There were too many attempts to log in; wait a minute and try again\.$/, '尝试次数过多。请等待一分钟后再试。'],
  [/^Changes are accepted from the console's own page\.$/, '只接受来自控制台页面的修改。代理须传递 Host。'],
  [/^The server has failed; its log says why\.$/, '服务器出错，原因见其日志。'],
];

/** Why the server did not do it, in the page's language. */
export function refusalText({ message }: Refusal): string {
  return translated(message, SENTENCES);
}
