import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floodStep, forgedSyn, type Listener, newListener } from '../../../shared/lessons/flood.ts';
import { exampleEnds, guessIsn, isnAt, keyOf } from '../../../shared/lessons/isnMachine.ts';
import { modelTexts } from '../../../shared/lessons/modelWords.ts';
import {
  type Action,
  ghostsIn,
  lateSyn,
  newWorld,
  possible,
  step,
  steps,
  twoWayEvents,
} from '../../../shared/lessons/twoWay.ts';
import { abilities, checkKnowledge, whoKnows } from '../../../shared/lessons/whoKnows.ts';
import { seqAdd } from '../../../shared/seq.ts';

describe('two segments or three', () => {
  test('a late SYN breaks two, and not three', () => {
    const two = steps(newWorld('two-way'), lateSyn);
    expect(two.events).toEqual([
      'syn-sent',
      'syn-repeated',
      'server-open',
      'client-open',
      'nothing',
      'closed',
      'server-ghost',
      'client-ignores',
      'nothing',
    ]);
    expect(ghostsIn(two.world)).toEqual([100]);
    const three = steps(newWorld('three-way'), lateSyn);
    expect(three.events).toEqual([
      'syn-sent',
      'syn-repeated',
      'server-half',
      'client-open',
      'server-confirmed',
      'closed',
      'server-half',
      'client-resets',
      'server-forgets',
    ]);
    expect(three.world.server).toEqual([]);
  });

  test('whatever arrives whenever: with three the server never holds an open ghost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 40 }), (choices) => {
        let world = newWorld('three-way');
        for (const choice of choices) {
          const all: readonly Action[] = possible(world);
          const action = all[choice % all.length];
          if (action !== undefined) ({ world } = step(world, action));
          expect(ghostsIn(world)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what is not possible changes nothing', () => {
    const world = newWorld('two-way');
    for (const action of [{ type: 'close' }, { type: 'repeat' }, { type: 'deliver', id: 'SYN 9' }] as const) {
      expect(step(world, action)).toEqual({ world, event: 'nothing' });
    }
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
});

describe('a flood', () => {
  const key = keyOf('lighthouse');
  const flooded = (cookies: boolean): Listener => {
    let listener = newListener({ cookies, backlog: 8, key });
    for (let n = 0; n < 20; n += 1) ({ listener } = floodStep(listener, forgedSyn(n)));
    return listener;
  };
  const client = { address: 0xc000_020a, port: 52_114 };
  const knock = { type: 'syn', seq: 1000, ...client } as const;

  test('without cookies the backlog is full, and a true client finds no room', () => {
    const listener = flooded(false);
    expect(listener.counts).toMatchObject({ kept: 8, dropped: 12, cookie: 0 });
    expect(floodStep(listener, knock)).toMatchObject({ event: 'dropped', iss: null });
  });

  test('with cookies it is answered, and its third segment is believed', () => {
    const answered = floodStep(flooded(true), knock);
    expect(answered.event).toBe('cookie');
    expect(answered.listener.half.length).toBe(8);
    const ack = { type: 'ack', seq: 1001, ack: seqAdd(answered.iss ?? seqAdd(keyedZero, 0), 1), ...client } as const;
    expect(floodStep(answered.listener, ack)).toMatchObject({
      event: 'established',
      listener: { established: [client] },
    });
    expect(floodStep(answered.listener, { ...ack, ack: ack.ack ^ 1 })).toMatchObject({ event: 'rejected' });
    expect(floodStep(answered.listener, { ...ack, port: 1 })).toMatchObject({ event: 'rejected' });
    const { listener: late } = floodStep(answered.listener, { type: 'pass', millis: 200_000 });
    expect(floodStep(late, ack)).toMatchObject({ event: 'rejected' });
  });

  test('a place is kept for a while, and then free again', () => {
    const { listener, event } = floodStep(flooded(false), { type: 'pass', millis: 63_000 });
    expect([event, listener.half.length, listener.counts.expired]).toEqual(['expired', 0, 8]);
    const kept = floodStep(listener, knock);
    expect(kept.event).toBe('kept');
    expect(floodStep(kept.listener, knock)).toMatchObject({ event: null, iss: kept.iss });
    const ack = { type: 'ack', seq: 1001, ack: seqAdd(kept.iss ?? keyedZero, 1), ...client } as const;
    expect(floodStep(kept.listener, ack)).toMatchObject({ event: 'established', listener: { half: [] } });
  });
});

const keyedZero = isnAt(null, exampleEnds.own, 0).isn;

test('every event has a sentence in both languages', () => {
  expect(Object.keys(modelTexts.en.twoWay).toSorted()).toEqual([...twoWayEvents].toSorted());
  expect(Object.values(modelTexts['zh-CN'].twoWay).every((text) => text.endsWith('。'))).toBe(true);
  expect(Object.values(modelTexts.en.flood).every((text) => text.endsWith('.'))).toBe(true);
});
