import { describe, expect, it } from 'vitest';
import { KEPT_MESSAGES, useChat } from '../../../src/chat/chat.ts';
import { FakeEngine, user } from '../../fakes/FakeEngine.ts';

function chatting() {
  const fake = new FakeEngine();
  return { fake, chat: useChat(fake.engine, 'r', 'me', () => 5) };
}

describe('the chat', () => {
  it('shows what comes, of both kinds, in its order', () => {
    const { fake, chat } = chatting();
    fake.tell('IMRecvBroadcastMessage', 'r', [{ fromUser: user('a'), message: 'one', messageID: 1, sendTime: 1 }]);
    fake.tell('IMRecvBarrageMessage', 'r', [{ fromUser: user('b'), message: 'two', messageID: '1', sendTime: 2 }]);
    expect(chat.messages.value.map(({ kind, from, text, own }) => [kind, from, text, own])).toEqual([
      ['broadcast', 'a', 'one', false],
      ['barrage', 'b', 'two', false],
    ]);
    expect(new Set(chat.messages.value.map(({ key }) => key)).size).toBe(2);
  });

  it('shows what was sent once the server has taken it', async () => {
    const { fake, chat } = chatting();
    expect(await chat.send('broadcast', 'hello')).toBeUndefined();
    expect(await chat.send('barrage', 'ho')).toBeUndefined();
    expect(fake.args('sendBroadcastMessage')).toEqual([['r', 'hello']]);
    expect(fake.args('sendBarrageMessage')).toEqual([['r', 'ho']]);
    expect(chat.messages.value.map(({ text, own, atMs }) => [text, own, atMs])).toEqual([
      ['hello', true, 5],
      ['ho', true, 5],
    ]);
  });

  it('says why a message was not sent', async () => {
    const { fake, chat } = chatting();
    fake.errorCode = 1009015;
    expect(await chat.send('broadcast', 'hello')).toEqual({ code: 1009015, sentence: '' });
    expect(chat.messages.value).toEqual([]);
  });

  it('forgets the oldest', () => {
    const { fake, chat } = chatting();
    for (let at = 0; at < KEPT_MESSAGES + 5; at++) {
      fake.tell('IMRecvBarrageMessage', 'r', [
        { fromUser: user('b'), message: String(at), messageID: '', sendTime: at },
      ]);
    }
    expect(chat.messages.value).toHaveLength(KEPT_MESSAGES);
    expect(chat.messages.value[0]?.text).toBe('5');
  });
});
