import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appSignProof } from '../../../src/protocol/appSignProof';
import { MalformedMessageError } from '../../../src/protocol/read';
import { readServerMessage } from '../../../src/protocol/ServerMessage';
import { readVectors } from '../../fakes/vectors';

interface MessageVector {
  name: string;
  message: { type: string };
}

interface MalformedVector {
  name: string;
  from: string;
  text: string;
  says: string;
}

const MESSAGES = new URL('../../../../../protocol/src/test/resources/vectors/messages/', import.meta.url);
const FROM_SERVER = new Set([
  ...['welcome', 'answer', 'roomEvents', 'roomSnapshot', 'roomPage', 'broadcastMessages', 'barrageMessages'],
  ...['customCommand', 'transparentMessage', 'userCount', 'kickedOut', 'publishStateChanged', 'playStateChanged'],
  ...['streamPlayable', 'tokenWillExpire', 'closing'],
]);

describe('messages of the server', () => {
  const vectors = readdirSync(MESSAGES)
    .flatMap((file) => readVectors<MessageVector[]>(`messages/${file}`))
    .filter((vector) => FROM_SERVER.has(vector.message.type));

  it('are all in the vectors', () => {
    expect(new Set(vectors.map((vector) => vector.message.type))).toEqual(FROM_SERVER);
  });

  it.each(vectors.map((vector) => [`${vector.message.type}: ${vector.name}`, vector] as const))(
    'are read: %s',
    (_, { message }) => {
      const read: unknown = JSON.parse(JSON.stringify(readServerMessage(JSON.stringify(message))));
      expect(read).toEqual(message);
    },
  );

  const older = readVectors<{ name: string; from: string; older: unknown; message: unknown }[]>('older-messages.json');
  it.each(older.filter((vector) => vector.from === 'server').map((vector) => [vector.name, vector] as const))(
    'of older servers are completed: %s',
    (_, vector) => {
      expect(JSON.parse(JSON.stringify(readServerMessage(JSON.stringify(vector.older))))).toEqual(vector.message);
    },
  );

  const malformed = readVectors<MalformedVector[]>('malformed-messages.json').filter(({ from }) => from === 'server');
  it.each(malformed.map((vector) => [vector.name, vector] as const))(
    'that are malformed are refused: %s',
    (_, vector) => {
      if (vector.says === 'type is not known') {
        expect(readServerMessage(vector.text)).toBeUndefined();
      } else {
        const says =
          /^[\w.[\]]+ is (missing|not one of)/.exec(vector.says)?.[0] ?? vector.says.replace(/ is .*/, ' is not');
        expect(() => readServerMessage(vector.text)).toThrow(MalformedMessageError);
        expect(() => readServerMessage(vector.text)).toThrow(says);
      }
    },
  );

  it('of later servers are ignored, and unknown events and states in them are read as the specification says', () => {
    expect(readServerMessage('{"type":"fireworks","colour":"red"}')).toBeUndefined();
    const event = (kind: string, camera: string) => ({
      kind,
      version: 3,
      stream: { streamId: 's', user: { userId: 'u', userName: 'U' }, extraInfo: '', camera, microphone: 'open' },
    });
    const events = [event('streamAdded', 'onFire'), event('streamSung', 'open')];
    expect(readServerMessage(JSON.stringify({ type: 'roomEvents', roomId: 'r', version: 3, events }))).toMatchObject({
      events: [{ kind: 'streamAdded', stream: { camera: 'genericError' } }],
    });
  });

  it.each(['', 'hello', '[]', '{"type":"answer"', 'null', '{"type":7}', '{}'])(
    'that are none are refused: %s',
    (text) => {
      expect(() => readServerMessage(text)).toThrow(MalformedMessageError);
    },
  );
});

describe('the AppSign proof', () => {
  const vectors =
    readVectors<{ name: string; appSign: string; nonce: string; appId: number; proof: string }[]>(
      'app-sign-proofs.json',
    );

  it.each(vectors.map((vector) => [vector.name, vector] as const))('is that of the vectors: %s', async (_, vector) => {
    expect(await appSignProof(vector.appSign, vector.nonce, vector.appId, crypto.subtle)).toBe(vector.proof);
  });
});
