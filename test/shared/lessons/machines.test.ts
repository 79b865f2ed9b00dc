import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cards } from '../../../shared/lessons/cards.ts';
import { exampleEnds, guessIsn, isnAt, keyOf, turnOfClock, turnOfRfc } from '../../../shared/lessons/isnMachine.ts';
import {
  machineIds,
  machines,
  machinesOfCard,
  machinesOfLevel,
  machinesOfPage,
} from '../../../shared/lessons/machines.ts';
import { machineTexts } from '../../../shared/lessons/machineWords.ts';
import { pages } from '../../../shared/lessons/pages.ts';
import {
  isBroken,
  lateSyn,
  lateSynAfterAll,
  newWorld,
  possible,
  step,
  steps,
  twoWayEvents,
} from '../../../shared/lessons/twoWay.ts';
import { abilities, checkKnowledge, whoKnows } from '../../../shared/lessons/whoKnows.ts';
import { whyLevels } from '../../../shared/levels/procedures.ts';
import { seqAdd } from '../../../shared/seq.ts';

describe('two segments or three', () => {
  test('a late SYN breaks two, and not three', () => {
    const two = steps(newWorld('two-way'), lateSyn);
    expect(two.events).toEqual(['syn-sent', 'gave-up', 'server-ghost', 'client-ignores', 'nothing']);
    expect(isBroken(two.world)).toBe(true);
    expect(two.world.strait.ends.server.tcb).toMatchObject({ state: 'ESTABLISHED', irs: 100, iss: 300 });
    const three = steps(newWorld('three-way'), lateSyn);
    expect(three.events).toEqual(['syn-sent', 'gave-up', 'server-half', 'client-refuses', 'server-forgets']);
    expect(three.world.strait.ends.server.tcb.state).toBe('LISTEN');
    // The refusal has the engine's numbers: seq is the ack of what it refuses.
    const refusal = three.world.strait.history.findLast(({ type }) => type === 'sent');
    expect(refusal).toMatchObject({ header: { flags: ['RST'], seq: 101, ack: null } });
  });

  test('as textbooks tell it: the first SYN comes when all is over', () => {
    const two = steps(newWorld('two-way'), lateSynAfterAll);
    expect(two.events.slice(0, 8)).toEqual([
      'syn-sent',
      'repeated',
      'server-open',
      'client-open',
      'nothing',
      'closed',
      'time-passed',
      'server-ghost',
    ]);
    const three = steps(newWorld('three-way'), lateSynAfterAll);
    expect(three.events.slice(4)).toEqual([
      'server-confirmed',
      'closed',
      'time-passed',
      'server-half',
      'client-refuses',
      'server-forgets',
    ]);
    expect(isBroken(three.world)).toBe(false);
  });

  test('a client in TIME-WAIT, or with another number, does not have the connection', () => {
    const before2msl = lateSynAfterAll.filter(({ type }, n) => type !== 'wait' || n < 2).slice(0, 7);
    expect(steps(newWorld('two-way'), before2msl).events.at(-1)).toBe('server-ghost');
    const again = [...lateSyn.slice(0, 2), { type: 'open' } as const, ...lateSyn.slice(2, 3)];
    expect(steps(newWorld('two-way'), again).events.at(-1)).toBe('server-ghost');
  });

  test('whatever arrives whenever: with three the server never holds what no client has', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 30 }), (choices) => {
        let world = newWorld('three-way');
        for (const choice of choices) {
          const all = possible(world);
          const action = all[choice % all.length];
          if (action !== undefined) world = step(world, action);
          expect(isBroken(world)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is not possible changes nothing; a broken world takes no more calls', () => {
    const world = newWorld('two-way');
    for (const action of [{ type: 'close' }, { type: 'wait' }, { type: 'arrive', name: 'SYN 9' }] as const) {
      expect(step(world, action)).toEqual({ ...world, event: 'nothing' });
    }
    const broken = steps(world, lateSyn.slice(0, 3)).world;
    expect(possible(broken).map(({ type }) => type)).toEqual(['arrive', 'lose']);
  });
});

describe('the ISN machine', () => {
  const times = { seen: 1000, now: 4500 };
  test('clock and hash add up; the clock ticks 250 times a millisecond', () => {
    const early = isnAt('lighthouse', exampleEnds.own, 1000);
    const later = isnAt('lighthouse', exampleEnds.own, 1002);
    expect(later.hash).toBe(early.hash);
    expect(later.clock - early.clock).toBe(500);
    expect(later.isn).toBe(seqAdd(early.isn, 500));
  });
  test('after one turn the same numbers come again: 4.77 hours, the RFC says about 4.55', () => {
    expect(isnAt('lighthouse', exampleEnds.own, 1000 + turnOfClock)).toEqual(
      isnAt('lighthouse', exampleEnds.own, 1000),
    );
    expect([turnOfClock, turnOfRfc].map((turn) => (turn / 3_600_000).toFixed(2))).toEqual(['4.77', '4.55']);
  });
  test('with an empty slot the stranger is right', () => {
    expect(guessIsn(null, times, exampleEnds)).toMatchObject({ hit: true });
  });
  test.each(['lighthouse', '灯塔', ''])('with the key %j the stranger is wrong', (key) => {
    const { hit, guess, truth } = guessIsn(key, times, exampleEnds);
    expect(hit).toBe(false);
    expect(guess).not.toBe(truth);
    expect(keyOf(key)).not.toEqual(keyOf(null));
  });
  test('another key, another number', () => {
    expect(isnAt('a', exampleEnds.own, 0).isn).not.toBe(isnAt('b', exampleEnds.own, 0).isn);
  });
});

describe('who knows what', () => {
  test('after each segment', () => {
    expect(whoKnows().map((row) => abilities.map((ability) => row[ability]))).toEqual([
      ['server', 'nobody', 'nobody', 'server'],
      ['both', 'client', 'client', 'both'],
      ['both', 'both', 'both', 'both'],
    ]);
  });
  test('cell by cell', () => {
    const [first, , third] = checkKnowledge([{ 'client-sends': 'server', 'client-receives': 'client' }]);
    expect(first).toEqual({
      'client-sends': 'right',
      'client-receives': 'wrong',
      'server-sends': 'empty',
      'server-receives': 'empty',
    });
    expect(third?.['client-sends']).toBe('empty');
    expect(checkKnowledge(whoKnows()).every((row) => Object.values(row).every((mark) => mark === 'right'))).toBe(true);
  });
  test('what is said of each cell begins with who knows it', () => {
    const begins = {
      nobody: [/^Nobody/, /^谁也不知道/],
      client: [/^Only the client/, /^只有客户端知道/],
      server: [/^Only the server/, /^只有服务器知道/],
      both: [/^Both/, /^双方都知道/],
    } as const;
    for (const [n, row] of whoKnows().entries()) {
      for (const ability of abilities) {
        const [en, zh] = begins[row[ability]];
        expect(machineTexts.en.whoKnows.why[n]?.[ability]).toMatch(en);
        expect(machineTexts['zh-CN'].whoKnows.why[n]?.[ability]).toMatch(zh);
      }
    }
  });
});

describe('the shelf of machines', () => {
  test('cards, pages and levels lead to their machine; every level that asks "why" has one', () => {
    expect(machinesOfCard('why-two-msl')).toEqual(['time-wait']);
    expect(machinesOfPage('isn-selection')).toContain('isn');
    expect(
      whyLevels.map((id) => [id, machineIds.filter((one) => machines[one].levels.some((level) => level === id))]),
    ).toEqual([
      ['loss-03-third-ack-lost', ['two-way']],
      ['close-06-last-ack-lost', ['time-wait']],
      ['odd-03-old-duplicate-syn', ['two-way']],
    ]);
    expect(machinesOfLevel('atk-01-syn-cookies')).toEqual(['flood']);
  });
  test.each(machineIds)('%s: short titles, an intro and links that exist', (id) => {
    const machine = machines[id];
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(machine[locale].title.length).toBeLessThanOrEqual(40);
      expect(machine[locale].lead).toMatch(/[.?。？]$/);
    }
    expect(machine.cards.every((card) => card in cards) && machine.pages.every((page) => page in pages)).toBe(true);
    expect(Math.min(machine.cards.length, machine.pages.length, machine.levels.length)).toBeGreaterThan(0);
  });
  test('every event has a sentence in both languages', () => {
    expect(Object.keys(machineTexts.en.twoWay.events).toSorted()).toEqual([...twoWayEvents].toSorted());
    expect(Object.values(machineTexts['zh-CN'].twoWay.events).every((text) => text.endsWith('。'))).toBe(true);
  });
});
