import { describe, expect, test } from 'vitest';
import { type Counts, type Fault, fateOf, kindOf } from '../../../shared/net/fate.ts';
import { type Outcome, unmet } from '../../../shared/levels/goals.ts';
import type { Goal } from '../../../shared/levels/level.ts';
import { toSeq } from '../../../shared/seq.ts';
import { ACK, FIN, makeSegment, RST, SYN } from '../../../shared/tcp/segment.ts';
import type { Signal } from '../../../shared/tcp/state.ts';
import { closed, established } from '../judge/builders.ts';

const vars = { x: 1000 };
const outcome = (signals: readonly Signal[] = [], unread = 0): Outcome => {
  const tcb = established();
  const client = { tcb: { ...tcb, rcv: { ...tcb.rcv, unread: new Uint8Array(unread) } }, delivered: 3, signals };
  return { ends: { client, server: { tcb: closed(), delivered: 0, signals: [] } }, sent: 4 };
};

describe('a goal holds, or does not', () => {
  test.each<readonly [Goal, Outcome, boolean]>([
    [{ type: 'state', host: 'client', is: 'ESTABLISHED' }, outcome(), true],
    [{ type: 'state', host: 'server', is: 'ESTABLISHED' }, outcome(), false],
    [{ type: 'variable', host: 'client', name: 'snd.nxt', is: { var: 'x', plus: 1 } }, outcome(), true],
    [{ type: 'variable', host: 'client', name: 'snd.una', is: 1001 }, outcome(), true],
    [{ type: 'variable', host: 'client', name: 'iss', is: { var: 'x', plus: 1 } }, outcome(), false],
    [{ type: 'variable', host: 'client', name: 'irs', is: 5000 }, outcome(), true],
    [{ type: 'variable', host: 'client', name: 'rcv.nxt', is: 5000 }, outcome(), false],
    [{ type: 'received', host: 'client', octets: 3 }, outcome(), true],
    [{ type: 'received', host: 'client', octets: 3 }, outcome([], 2), false],
    [{ type: 'received', host: 'client', octets: 5 }, outcome([], 2), true],
    [{ type: 'sent', segments: 4 }, outcome(), true],
    [{ type: 'sent', segments: 3 }, outcome(), false],
    [{ type: 'errors', host: 'client', are: [] }, outcome(['closing', 'sent']), true],
    [{ type: 'errors', host: 'client', are: [] }, outcome(['reset']), false],
    [{ type: 'errors', host: 'client', are: ['reset'] }, outcome(['sent', 'reset']), true],
    [{ type: 'errors', host: 'client', are: ['reset'] }, outcome(['refused']), false],
    [{ type: 'errors', host: 'client', are: ['reset'] }, outcome(['reset', 'reset']), false],
  ])('%j', (goal, seen, holds) => {
    expect(unmet({ win: [goal], vars }, seen)).toEqual(holds ? [] : [goal]);
  });
});

describe('fates', () => {
  test('the n-th of a kind from one end, and no other', () => {
    const lost: Fault = { from: 'client', kind: 'ACK', nth: 2, fate: { type: 'lost' } };
    const ack = makeSegment({ seq: 1, ack: 1, ctl: ACK });
    const data = makeSegment({ ...ack, data: new Uint8Array(1) });
    let counts: Counts = {};
    const leave = (from: 'client' | 'server', segment = ack): unknown => {
      const met = fateOf([lost], counts, from, segment);
      counts = met.counts;
      return met.fate;
    };
    expect([leave('client'), leave('server'), leave('server'), leave('client', data)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([leave('client'), leave('client')]).toEqual([{ type: 'lost' }, null]);
  });

  test.each([
    [SYN, 0, 'SYN'],
    [SYN, 20, 'SYN'],
    [SYN | ACK, 0, 'SYN,ACK'],
    [FIN | ACK, 0, 'FIN'],
    [FIN | ACK, 9, 'FIN'],
    [ACK, 9, 'data'],
    [ACK, 0, 'ACK'],
    [RST, 0, 'RST'],
    [RST | ACK, 0, 'RST'],
  ])('ctl %i with %i octets is a %s', (ctl, length, kind) => {
    expect(kindOf(makeSegment({ seq: toSeq(1), ctl, data: new Uint8Array(length) }))).toBe(kind);
  });
});
