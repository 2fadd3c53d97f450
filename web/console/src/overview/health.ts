import { type Sentences, translated } from '../text/sentences.ts';
import { say } from './words.ts';

const NAMES: Readonly<Record<string, () => string>> = {
  readiness: () => say('readiness'),
  media: () => say('media'),
  'udp-buffer': () => say('udpBuffer'),
  processor: () => say('processor'),
  memory: () => say('memory'),
  disk: () => say('disk'),
  callbacks: () => say('callbacks'),
  usage: () => say('usage'),
};

/** A check's name in words; one that is new to the page as it is. */
export function checkName(name: string): string {
  return NAMES[name]?.() ?? name;
}

const SENTENCES: Sentences = [
  [/New clients are welcome\./, '可以接受新客户端。'],
  [/The server is starting or stopping\./, '服务器正在启动或停止。'],
  [/The packet loop does not answer; see the server's log\./, '数据包循环没有响应，请查看服务器日志。'],
  [/The longest turn took ([\d.]+) ms\./, '最长一轮耗时 $1 毫秒。'],
  [/(\d+) transports ended by a fault of the server\./, '$1 个传输因服务器故障而结束。'],
  [/The packet loop was late\./, '数据包循环曾有延迟。'],
  [/The UDP receive buffer has ([\d.]+) MiB\./, 'UDP 接收缓冲区为 $1 MiB。'],
  [/Raise net\.core\.rmem_max for many viewers\./, '观众较多时请调高 net.core.rmem_max。'],
  [/The load is not known yet\./, '负载尚不可知。'],
  [/The machine is busy to (\d+) %\./, '机器负载为 $1 %。'],
  [/(\d+) of (\d+) MiB of heap are used\./, '堆内存已用 $1 MiB，共 $2 MiB。'],
  [/FRESHET_JAVA_OPTS=-Xmx\.\.\. gives more\./, '可用 FRESHET_JAVA_OPTS=-Xmx... 增加。'],
  [/(\d+) MiB are free for the data directory\./, '数据目录可用空间为 $1 MiB。'],
  [/Callbacks and usage may be lost\./, '回调和用量可能丢失。'],
  [/(\d+) callbacks wait, (\d+) were given up\./, '$1 个回调在等待，$2 个已放弃。'],
  [/(\d+) were dropped: too many waited\./, '等待过多，$1 个已丢弃。'],
  [/A backend is slow or does not answer\./, '某个后端响应缓慢或没有响应。'],
  [/(\d+) s could not be written down\./, '有 $1 秒未能记录。'],
  [/The database refused usage at times; nothing is lost yet\./, '数据库有时拒绝写入用量，目前没有丢失。'],
  [/Usage is written down\./, '用量已记录。'],
];

/** What a check saw, in the page's language. */
export function checkText(text: string): string {
  return translated(text, SENTENCES);
}
