import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { describe as describeError, openLog } from '../../../server/watch/log.ts';
import { connect, enterBotRoom, startServer } from '../harness.ts';

test('each line is JSON with a level and a time, and nothing of the machine', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  log.info({ port: 3000 }, 'listening');
  log.debug('not asked for');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), port: 3000, msg: 'listening' },
  ]);
});

describe('an error is described without the values in it', () => {
  test('what a schema could not read', () => {
    const error: unknown = (() => {
      try {
        return v.parse(v.object({ nickname: v.literal('x') }), { nickname: 'Ada Lovelace' });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(JSON.stringify(describeError(error))).not.toContain('Lovelace');
    expect(describeError(error)).toMatchObject({ type: 'ValiError', message: '' });
  });

  test.each([
    ['connect ECONNREFUSED 192.168.1.5:5432', 'connect ECONNREFUSED [address]:5432'],
    ['from ::1 to 2001:db8::7', 'from [address] to [address]'],
    ['from ::ffff:10.0.0.1', 'from [address][address]'],
    ['room ABC234 has no match xyz', 'room ABC234 has no match xyz'],
  ])('addresses: %s', (message, expected) => {
    expect(describeError(new Error(message)).message).toBe(expected);
  });

  test('what was thrown without being an error', () => {
    expect(describeError('Ada Lovelace')).toEqual({ type: 'string', code: null, message: '', stack: [] });
  });
});

test('nothing that a player sends, and no address, gets into the log', async () => {
  const server = await startServer({ logLevel: 'trace' });
  const player = await connect(server, { extraHeaders: { 'user-agent': 'Spy-Browser' } });
  const { secret, code, match } = await enterBotRoom(player);
  const nickname = 'Ada Lovelace';
  await player.ask('rename', { player: secret, nickname });
  await player.socket.emitWithAck('join', { code: 'spy-code' });
  await player.socket.emitWithAck('spy-event\n{"level":"fatal"}', {});
  await player.ask('command', { id: 'spy-command', match, basedOn: 0, role: 'client', move: { type: 'wait' } });
  await server.close();
  const log = server.lines.join('');
  expect(server.lines.length).toBeGreaterThan(1);
  for (const said of ['Lovelace', secret, code, '127.0.0.1', '::1', 'spy', 'Spy']) expect(log).not.toContain(said);
});
