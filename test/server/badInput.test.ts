import { describe, expect, test } from 'vitest';
import type { Entered } from '../../shared/protocol/answer.ts';
import { newest } from './driver.ts';
import { type Player, calmRoom, connect, enterBotRoom, enterPair, startServer } from './harness.ts';
import { rawLine } from './raw.ts';

/** Sends what the types forbid. */
const send = (player: Player, name: string, ...content: readonly unknown[]): Promise<unknown> =>
  player.socket.emitWithAck(name, ...content);

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const refusal = (code: string) => ({ ok: false, code, message: expect.any(String) });

/** The server lives, and the match of this player stands where it stood. */
async function isUnharmed(player: Player, first: Entered): Promise<void> {
  const { version, view } = newest(player, first);
  const { code, secret, match } = first;
  expect(await player.ask('resume', { code, secret })).toMatchObject({ ok: true, match, version, view });
}

const move = { id: 'some-command', match: 'some-match', basedOn: 0, role: 'client', move: { type: 'wait' } };
const syn = { type: 'send', flags: ['SYN'], seq: 1, ack: null, payload: null };
const withMove = (part: object) => ({ ...move, move: { ...syn, ...part } });

describe('what has not the documented shape is refused', () => {
  const malformed: [string, string, ...unknown[]][] = [
    ['a null argument', 'create', null],
    ['no argument', 'create'],
    ['an extra argument', 'leave', {}, {}],
    ['many arguments', 'create', calmRoom, 1, 2, 3],
    ['a text for an object', 'create', 'bot'],
    ['an array for an object', 'leave', []],
    ['bytes for an object', 'leave', Buffer.of()],
    ['a missing field', 'create', { ...calmRoom, clock: undefined }],
    ['a field too many', 'create', { ...calmRoom, seed: 1 }],
    ['a field named __proto__', 'leave', JSON.parse('{"__proto__":{"seat":"x"}}')],
    ['a number for a text', 'join', { code: 222222 }],
    ['a code of the wrong length', 'join', { code: '22222' }],
    ['a code with look-alikes', 'join', { code: '0O1IL2' }],
    ['a very long code', 'join', { code: '2'.repeat(500) }],
    ['a secret that is too short', 'resume', { code: '222222', secret: 'abc' }],
    ['seq below zero', 'command', withMove({ seq: -1 })],
    ['seq above 4294967295', 'command', withMove({ seq: 0x1_0000_0000 })],
    ['ack above 4294967295', 'command', withMove({ ack: 4294967296 })],
    ['seq with a fraction', 'command', withMove({ seq: 1.5 })],
    ['seq as text', 'command', withMove({ seq: '1' })],
    ['seq that JSON cannot say', 'command', withMove({ seq: Number.NaN })],
    ['a payload over the limit', 'command', withMove({ payload: { offset: 0, length: 1461 } })],
    ['a payload of no octets', 'command', withMove({ payload: { offset: 0, length: 0 } })],
    ['a flag that does not exist', 'command', withMove({ flags: ['SIN'] })],
    ['a flag twice', 'command', withMove({ flags: ['SYN', 'SYN'] })],
    ['a move of no kind', 'command', { ...move, move: { type: 'cheat' } }],
    ['basedOn of no version', 'command', { ...move, basedOn: -1 }],
    ['an id with forbidden letters', 'command', { ...move, id: 'a b c d e f' }],
    ['JSON 1,900 deep', 'create', nested(1900)],
    ['JSON deep inside a field', 'command', { ...move, move: nested(1900) }],
    ['bytes as an attachment', 'create', Buffer.from('bot')],
    ['bytes inside an object', 'join', { code: Buffer.from('222222') }],
  ];
  test.each(malformed)('%s', async (_what, name, ...content) => {
    const player = await connect(await startServer());
    const entered = await enterBotRoom(player);
    expect(await send(player, name, ...content)).toEqual(refusal('protocol/malformed'));
    await isUnharmed(player, entered);
  });

  test.each(['undo', '', '__proto__', 'constructor', 'toString', 'error', 'update'])('the event "%s"', async (name) => {
    const player = await connect(await startServer());
    const entered = await enterBotRoom(player);
    expect(await send(player, name, {})).toEqual(refusal('protocol/unknown-event'));
    await isUnharmed(player, entered);
  });
});

describe('a message without a callback is answered by `refused`', () => {
  test.each([
    ['a move', 'command', 'protocol/no-callback'],
    ['an unknown event', 'undo', 'protocol/unknown-event'],
  ])('%s', async (_what, name, code) => {
    const player = await connect(await startServer());
    const entered = await enterBotRoom(player);
    const { match, version } = entered;
    player.socket.emit(name, { ...move, match, basedOn: version });
    expect(await player.hear('refused')).toEqual(refusal(code));
    await isUnharmed(player, entered);
  });
});

describe('moves that are not for this seat', () => {
  test('without a seat', async () => {
    const player = await connect(await startServer());
    for (const [name, content] of [
      ['command', move],
      ['rematch', { match: 'some-match' }],
      ['leave', {}],
    ] as const)
      expect(await send(player, name, content)).toEqual(refusal('protocol/not-seated'));
  });

  test('for the other end, and in another match', async () => {
    const { host, friend, first, second } = await enterPair(await startServer());
    const { match, version } = first;
    const stolen = { id: 'not-my-move', match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
    expect(await friend.ask('command', stolen)).toEqual(refusal('move/not-yours'));
    const elsewhere = { ...stolen, match: 'another-match' };
    expect(await host.ask('command', elsewhere)).toEqual(refusal('move/finished'));
    expect(newest(host, first).version).toBe(newest(friend, second).version);
    await isUnharmed(host, first);
  });
});

describe('packets that no client library sends', () => {
  const ends: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['JSON 10,000 deep', `42["create",${'['.repeat(10_000)}${']'.repeat(10_000)}]`],
    ['a frame over 4,096 octets', `42["join",{"code":"${'2'.repeat(5000)}"}]`],
    ['JSON that is none', '42["create",{'],
    ['an event that is no list', '42{"create":1}'],
    ['an event without a name', '42[]'],
    ['a reserved event', '42["disconnect"]'],
    ['more attachments than the parser takes', '451111-["create",{"_placeholder":true,"num":0}]'],
    ['an attachment that nobody announced', new Uint8Array([1, 2, 3])],
    ['an unknown packet type', '49[]'],
    ['no Engine.IO packet', 'hello'],
  ];
  test.each(ends)('%s: the connection ends, and the server lives', async (_what, frame) => {
    const server = await startServer();
    const player = await connect(server);
    const entered = await enterBotRoom(player);
    const line = await rawLine(server);
    line.send(frame);
    expect(await line.ended).toBeTruthy();
    await isUnharmed(player, entered);
  });

  test('a text while attachments are awaited: the connection ends', async () => {
    const server = await startServer();
    const line = await rawLine(server);
    line.send('451-1["create",{"_placeholder":true,"num":0}]');
    line.send('42["leave",{}]');
    expect(await line.ended).toBeTruthy();
    await enterBotRoom(await connect(server));
  });

  test.each([
    ['a number for a name', '427[7,{}]', '437', 'protocol/unknown-event'],
    ['nothing at all', '42', '42', 'protocol/unknown-event'],
    ['JSON 1,900 deep', `427["create",${'['.repeat(1900)}${']'.repeat(1900)}]`, '437', 'protocol/malformed'],
  ])('%s: refused', async (_what, frame, start, code) => {
    const line = await rawLine(await startServer());
    line.send(frame);
    const heard = await line.heard(start);
    expect(heard).toEqual(start === '437' ? [refusal(code)] : ['refused', refusal(code)]);
  });

  test('an attachment that came whole is no request', async () => {
    const line = await rawLine(await startServer());
    line.send('451-7["create",{"_placeholder":true,"num":0}]');
    line.send(new Uint8Array([1, 2, 3]));
    expect(await line.heard('437')).toEqual([refusal('protocol/malformed')]);
  });

  test('an answer to a question that was never asked is passed over', async () => {
    const line = await rawLine(await startServer());
    line.send('4399[{}]');
    line.send('427["leave",{}]');
    expect(await line.heard('437')).toEqual([refusal('protocol/not-seated')]);
  });
});

test('more requests at once than one connection may have are refused, and the rest are answered', async () => {
  const player = await connect(await startServer());
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => player.ask('attempt', { level: 'est-03-third-ack' })),
  );
  const codes = new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.code)));
  expect(codes).toEqual(new Set(['ok', 'server/busy']));
  await enterBotRoom(player);
});
