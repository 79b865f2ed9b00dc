import { describe, expect, test } from 'vitest';
import { normaliseNickname } from '../../shared/protocol/nickname.ts';
import { type Arena, later, newPlayer, openArena, prepare, refusal, type RunRequest } from './attempts.ts';
import { good } from './harness.ts';

const level = 'close-01-first-fin';
const day = 86_400_000;

async function score(arena: Arena, think: number, more: Partial<RunRequest> = {}): Promise<RunRequest> {
  const run = { ...(await prepare(arena, level, think)), ...more };
  good(await arena.player.ask('run', run));
  return run;
}
const names = async ({ player }: Arena): Promise<readonly string[]> =>
  good(await player.ask('board', { level, player: null })).runs.map(({ nickname }) => nickname);

describe('the order of a board', () => {
  test('of two players, the quicker one is first; both hear their own place', async () => {
    const arena = await openArena();
    const slow = await score(arena, 3000, { nickname: 'Slow' });
    const quick = await score(arena, 800, { nickname: 'Quick' });
    const { runs, own } = good(await arena.player.ask('board', { level, player: slow.player }));
    expect(runs.map(({ place, nickname }) => [place, nickname])).toEqual([
      [1, 'Quick'],
      [2, 'Slow'],
    ]);
    expect(own).toEqual(runs[1]);
    expect(good(await arena.player.ask('board', { level, player: quick.player })).own).toEqual(runs[0]);
    expect(good(await arena.player.ask('board', { level, player: newPlayer() })).own).toBeNull();
  });

  test('stars come before all else', async () => {
    const arena = await openArena();
    await score(arena, 60_000, { nickname: 'One star' });
    await score(arena, 1500, { nickname: 'More stars' });
    const { runs } = good(await arena.player.ask('board', { level, player: null }));
    expect(runs.map(({ nickname }) => nickname)).toEqual(['More stars', 'One star']);
    expect(runs[0]?.stars).toBeGreaterThan(runs[1]?.stars ?? 3);
  });

  test('of equals, the earlier one is first', async () => {
    const arena = await openArena();
    for (const nickname of ['First', 'Second', 'Third']) await score(arena, 1000, { nickname });
    expect(await names(arena)).toEqual(['First', 'Second', 'Third']);
  });

  test('has twenty lines, and everybody’s own place', async () => {
    const arena = await openArena();
    for (let n = 1; n <= 21; n += 1) await score(arena, 500 + n * 50, { nickname: `Player ${n}` });
    const last = await score(arena, 2500, { nickname: 'Last' });
    const { runs, own } = good(await arena.player.ask('board', { level, player: last.player }));
    expect(runs.map(({ place }) => place)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(runs[19]?.nickname).toBe('Player 20');
    expect(own).toMatchObject({ place: 22, nickname: 'Last' });
  });
});

describe('one player', () => {
  test('has one line, the best run, under the name that came last', async () => {
    const arena = await openArena();
    const { player } = await score(arena, 2000, { nickname: 'Then' });
    await score(arena, 900, { player, nickname: 'Now' });
    const best = good(await arena.player.ask('board', { level, player }));
    expect(best.runs).toHaveLength(1);
    const worse = await prepare(arena, level, 2500);
    const answer = good(await arena.player.ask('run', { ...worse, player, nickname: 'Later' }));
    expect(answer).toEqual({ ok: true, best: false, own: { ...best.own, nickname: 'Later' } });
    expect(await names(arena)).toEqual(['Later']);
  });

  test('leaves the board after thirty days', async () => {
    const arena = await openArena();
    const old = await score(arena, 900, { nickname: 'Old' });
    later(arena.clock, 29 * day);
    await score(arena, 2000, { nickname: 'New' });
    expect(await names(arena)).toEqual(['Old', 'New']);
    later(arena.clock, 2 * day);
    expect(await names(arena)).toEqual(['New']);
    expect(good(await arena.player.ask('board', { level, player: old.player })).own).toBeNull();
  });

  test('is not named by what others may see', async () => {
    const arena = await openArena();
    const { player, attempt } = await score(arena, 900);
    const board = JSON.stringify(await arena.player.ask('board', { level, player }));
    expect(board).not.toContain(player);
    expect(board).not.toContain(attempt);
  });
});

describe('a player who wants', () => {
  test('another name: it stands on every board at once, also after a restart', async () => {
    const arena = await openArena();
    const { player } = await score(arena, 900, { nickname: 'Then' });
    await score(arena, 1200, { nickname: 'Somebody' });
    const other = await prepare(arena, 'est-01-first-syn');
    good(await arena.player.ask('run', { ...other, player, nickname: 'Then' }));
    expect(await arena.player.ask('rename', { player, nickname: '  小明 \t 2 ' })).toEqual({
      ok: true,
      nickname: '小明 2',
    });
    expect(await names(arena)).toEqual(['小明 2', 'Somebody']);
    await arena.server.close();
    const again = await openArena(arena.server.config.dataDir, arena.clock);
    const { own } = good(await again.player.ask('board', { level: 'est-01-first-syn', player }));
    expect(own).toMatchObject({ place: 1, nickname: '小明 2' });
  });

  test('a drawn name, or one that is not allowed', async () => {
    const arena = await openArena();
    const { player } = await score(arena, 900, { nickname: 'Then' });
    const { nickname } = good(await arena.player.ask('rename', { player, nickname: null }));
    expect(nickname).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d\d$/);
    expect(await arena.player.ask('rename', { player, nickname: '<b>' })).toEqual(refusal('nickname/not-allowed'));
    expect(await names(arena)).toEqual([nickname]);
  });

  test('to be forgotten: gone from every board, also after a restart, and nobody else is', async () => {
    const arena = await openArena();
    const mine = await score(arena, 900, { nickname: 'Mine' });
    const { player } = mine;
    await score(arena, 1200, { nickname: 'Somebody' });
    good(await arena.player.ask('run', { ...(await prepare(arena, 'est-01-first-syn')), player }));
    expect(await arena.player.ask('forget', { player })).toEqual({ ok: true, runs: 2 });
    expect(await arena.player.ask('forget', { player })).toEqual({ ok: true, runs: 0 });
    expect(await names(arena)).toEqual(['Somebody']);
    await arena.server.close();
    const again = await openArena(arena.server.config.dataDir, arena.clock);
    expect(good(await again.player.ask('board', { level: 'est-01-first-syn', player })).own).toBeNull();
    // A deleted run is not to be sent once more, by whomever.
    expect(await again.player.ask('run', mine)).toEqual(refusal('attempt/used'));
  });

  test.each(['rename', 'forget'] as const)('malformed: %s without a secret', async (name) => {
    const { player } = await openArena();
    for (const content of [{}, { player: 'me' }, { player: newPlayer(), admin: true }]) {
      expect(await player.socket.emitWithAck(name, content)).toEqual(refusal('protocol/malformed'));
    }
  });
});

test('a board of no level is refused', async () => {
  const { player } = await openArena();
  expect(await player.ask('board', { level: 'toString', player: null })).toEqual(refusal('level/unknown'));
});

describe('nicknames', () => {
  test.each([
    ['as it is', '小明 2', '小明 2'],
    ['full width', 'Ａｄａ　７', 'Ada 7'],
    ['spaces at the ends and between', '  Ada \t\n Lovelace ', 'Ada Lovelace'],
    ['letter and mark as one', 'Zoe\u0308', 'Zoë'],
    ['direction marks', 'Ada\u202Efdp', 'Adafdp'],
    ['letters that nobody sees', 'A\u200Bd\u3164a\u0000', 'Ada'],
    ['null: a drawn one', null, expect.stringMatching(/^[A-Z][a-z]+ [A-Z][a-z]+ \d\d$/)],
  ])('%s', async (_what, nickname, shown) => {
    const arena = await openArena();
    await score(arena, 1000, { nickname });
    expect(await names(arena)).toEqual([shown]);
  });

  test.each([
    '<b>Ada</b>',
    'Ada & Bob',
    '"Ada"',
    "Ada'",
    '`Ada`',
    '{{Ada}}',
    '$Ada',
    'a/b',
    'a\\b',
    'Ada%00',
    '＜script＞',
    '=1+1',
    '+Ada',
    '-Ada',
    '@Ada',
    '_Ada',
    'A',
    '',
    '   ',
    '\u200B\u200B',
    'a'.repeat(21),
    'Z\u0489\u0489\u0489a',
    '🚢🚢',
    'fuck you',
    'ＦＵＣＫ',
    '系统管理员',
    'Admin',
  ])('%j is not allowed', async (nickname) => {
    const arena = await openArena();
    const run = await prepare(arena, level);
    expect(await arena.player.ask('run', { ...run, nickname })).toEqual(refusal('nickname/not-allowed'));
    expect(await arena.player.ask('run', { ...run, nickname: 'Ada' })).toMatchObject({ ok: true });
  });

  test('words inside words, and what was normalised before, stay as they are', () => {
    for (const name of ['Scunthorpe', 'Takeshita', 'Ada-Lovelace_1.0', 'नमस्ते', 'Ναυσικά', '三次握手']) {
      expect(normaliseNickname(name)).toBe(name);
    }
  });
});
