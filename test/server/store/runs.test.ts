/** The contract of the store: finished levels and their boards, on every database. */
import { describe, expect, test } from 'vitest';
import type { NewRun } from '../../../server/store/runStore.ts';
import { databases } from './databases.ts';

let runs = 0;
function run(nickname: string, part: Partial<NewRun> = {}): NewRun {
  runs += 1;
  const made = { player: `player-${runs}`, attempt: `attempt-${runs}`, digest: `digest-${runs}` };
  const scored = { stars: 3, points: 1000, thinking: 5000 } as const;
  return { level: 'level', version: 1, nickname, ...made, ...scored, seed: 7, log: [['start', 0]], at: 1000, ...part };
}
const which = { level: 'level', version: 1, since: 0 };

describe.each(databases)('$name', ({ make }) => {
  describe('the order of a board', () => {
    const order: [string, Partial<NewRun>, Partial<NewRun>][] = [
      ['stars before points', { stars: 3, points: 900 }, { stars: 2, points: 1000 }],
      ['points before thinking time', { points: 1000.1, thinking: 9000 }, { points: 1000, thinking: 10 }],
      ['less thinking time first', { thinking: 4999.95 }, { thinking: 5000 }],
    ];
    test.each(order)('%s', async (_what, first, second) => {
      const store = await (await make()).open();
      await store.takeRun(run('second', second));
      await store.takeRun(run('first', first));
      const places = (await store.board(which, 20)).map(({ place, nickname }) => [place, nickname]);
      expect(places).toEqual([
        [1, 'first'],
        [2, 'second'],
      ]);
    });

    test('the earlier of equals first, whatever the clock said', async () => {
      const store = await (await make()).open();
      await store.takeRun(run('first', { at: 2000 }));
      await store.takeRun(run('second', { at: 1000 }));
      expect((await store.board(which, 1))[0]?.nickname).toBe('first');
    });

    test.each(order)('the same for the runs of one player: %s', async (_what, first, second) => {
      const store = await (await make()).open();
      const player = 'one';
      expect(await store.takeRun(run('name', { ...second, player }))).toBe('better');
      expect(await store.takeRun(run('name', { ...first, player }))).toBe('better');
      expect(await store.takeRun(run('name', { ...second, player }))).toBe('worse');
      expect(await store.takeRun(run('name', { ...first, player }))).toBe('worse');
      expect(await store.board(which, 20)).toHaveLength(1);
      expect(await store.standing(which, player)).toMatchObject(first);
    });
  });

  test('levels and their versions have boards of their own', async () => {
    const store = await (await make()).open();
    await store.takeRun(run('here', { player: 'one' }));
    await store.takeRun(run('newer', { player: 'one', version: 2 }));
    await store.takeRun(run('elsewhere', { player: 'one', level: 'other' }));
    expect((await store.board(which, 20)).map(({ nickname }) => nickname)).toEqual(['here']);
    expect(await store.standing({ ...which, version: 2 }, 'one')).toMatchObject({ place: 1, nickname: 'newer' });
  });

  test('a thousand runs stay; what is behind them goes', async () => {
    const store = await (await make()).open();
    const all = Array.from({ length: 1000 }, (_, n) => run(`p${n}`, { thinking: n, player: `p${n}` }));
    await Promise.all(all.map((one) => store.takeRun(one)));
    await store.takeRun(run('slowest', { thinking: 10_000, player: 'slowest' }));
    expect(await store.standing(which, 'slowest')).toBeNull();
    await store.takeRun(run('quick', { thinking: 0.5, player: 'quick' }));
    expect(await store.standing(which, 'quick')).toMatchObject({ place: 2 });
    expect(await store.standing(which, 'p998')).toMatchObject({ place: 1000 });
    expect(await store.standing(which, 'p999')).toBeNull();
  });

  test('of two processes that send one attempt, one brings it in; both sign with one key', async () => {
    const place = await make();
    const [one, two] = [await place.open(), await place.open()];
    const keys = await Promise.all([one.attemptKey(), two.attemptKey()]);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).toMatch(/^[\w-]{43}$/);
    const same = run('same');
    const outcomes = await Promise.all([one.takeRun(same), two.takeRun(same)]);
    expect(outcomes.toSorted()).toEqual(['better', 'used']);
    expect(await two.takeRun({ ...same, attempt: 'another' })).toBe('copied');
  });
});
