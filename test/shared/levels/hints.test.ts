import { describe, expect, test } from 'vitest';
import type { End } from '../../../shared/game/match.ts';
import { judge } from '../../../shared/judge/judge.ts';
import { hintSteps } from '../../../shared/levels/attempt.ts';
import { levelOf, levels } from '../../../shared/levels/catalogue.ts';
import { comparisonOf } from '../../../shared/levels/comparison.ts';
import { hintFor, hintTexts, reasoningFor, ruleOf } from '../../../shared/levels/hints.ts';
import type { Level } from '../../../shared/levels/level.ts';
import { rightMove } from '../../../shared/levels/opportunities.ts';
import { procedureOf, procedures } from '../../../shared/levels/procedures.ts';
import { exampleOf, solutionOf } from '../../../shared/levels/workedExample.ts';
import { type Seq, seqAdd, seqDiff, toSeq } from '../../../shared/seq.ts';
import { heldInOrder, type HeldTree, hold } from '../../../shared/tcp/held.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { playWay, theCourse } from './ways.ts';

/** Every end that is asked on the way of the par, as the player finds it. */
function situations(level: Level, seed: number): readonly End[] {
  const found: End[] = [];
  playWay(theCourse(level, seed), seed, {
    think: 500,
    slips: ({ host }, _, { match }) => {
      found.push(match.ends[host]);
      return [];
    },
  });
  return found;
}

/** A TCB whose two counts begin elsewhere. */
function moved(tcb: Tcb, own: number, peer: number): Tcb {
  const o = (seq: Seq): Seq => seqAdd(seq, own);
  const p = (seq: Seq): Seq => seqAdd(seq, peer);
  const { snd, rcv, owed } = tcb;
  const held = heldInOrder(rcv.held).reduce<HeldTree>((tree, one) => hold(tree, { ...one, seq: p(one.seq) }), null);
  return {
    ...tcb,
    iss: o(tcb.iss),
    irs: p(tcb.irs),
    snd: {
      ...snd,
      una: o(snd.una),
      nxt: o(snd.nxt),
      max: o(snd.max),
      up: o(snd.up),
      wl1: p(snd.wl1),
      wl2: o(snd.wl2),
      textSeq: o(snd.textSeq),
      queue: snd.queue.map((sent) => ({ ...sent, seq: o(sent.seq) })),
    },
    rcv: { ...rcv, nxt: p(rcv.nxt), up: p(rcv.up), held },
    owed: {
      ...owed,
      resets: owed.resets.map(({ segment, orAck, clause }) => ({
        clause,
        orAck: orAck && p(orAck),
        segment: { ...segment, seq: segment.seq === 0 ? toSeq(0) : o(segment.seq), ack: p(segment.ack) },
      })),
    },
  };
}

describe('the ladder at every decision of every par', () => {
  test.each(levels)('$id: five steps in two languages, and an example that is right', (level) => {
    for (const end of [...situations(level, 0), ...situations(level, 99)]) {
      for (const locale of ['en', 'zh-CN'] as const) {
        for (const step of hintSteps) {
          const { lines, points } = hintFor(end, step, locale);
          expect(lines.length).toBeGreaterThan(0);
          expect(points.length).toBeGreaterThan(0);
          expect(lines.filter((line) => line === '' || line.length > 240 || /undefined|null|NaN/.test(line))).toEqual(
            [],
          );
        }
      }
      const right = rightMove(end.tcb);
      const solution = solutionOf(end).move;
      expect(judge(end.tcb, solution, end.last).right).toBe(true);
      for (const locale of ['en', 'zh-CN'] as const) {
        const told = reasoningFor(end, locale).lines.join(' ');
        expect(told).toContain(solution.type === 'send' ? `seq=${solution.seq}` : hintTexts[locale].exampleWait);
        expect(told).not.toMatch(/undefined|null|NaN/);
      }
      const example = exampleOf(end);
      expect(example.move.type).toBe(right.type);
      const own =
        example.move.type === 'send' && right.type === 'send' ? seqDiff(toSeq(example.move.seq), toSeq(right.seq)) : 5;
      const peer =
        example.move.type === 'send' && right.type === 'send' && right.ack !== null
          ? seqDiff(toSeq(example.move.ack ?? 0), toSeq(right.ack))
          : 5;
      expect(judge(moved(end.tcb, own, peer), example.move).right).toBe(true);
      // Other numbers, or it would be the answer; but a reset's 0 is 0.
      expect(own === 0 && example.seqFrom !== 'zero').toBe(false);
      expect(peer).not.toBe(0);
    }
  });

  test('help shows what the par does: it sends where the par sends', () => {
    const other = levels.flatMap((level) => {
      const waits: string[] = [];
      playWay(theCourse(level), 0, {
        think: 500,
        slips: (step, _, { match }) => {
          if (exampleOf(match.ends[step.host]).move.type !== step.type)
            waits.push(`${level.id} ${step.at} ${step.type}`);
          return [];
        },
      });
      return waits;
    });
    expect(other).toEqual([]);
  });

  test('every procedure is met somewhere', () => {
    const met = new Set(levels.flatMap((level) => situations(level, 0).map(({ tcb }) => procedureOf(tcb))));
    expect(procedures.filter((one) => !met.has(one))).toEqual([]);
  });
});

const first = (id: string): End => {
  const level = levelOf(id);
  const end = level && situations(level, 0)[0];
  if (!end) throw new Error(id);
  return end;
};

describe('the second handshake, step by step', () => {
  const end = first('est-02-syn-ack');
  test('look and ask tell nothing yet', () => {
    expect(hintFor(end, 0, 'en').lines).toEqual([
      'Look: SYN seq=1000 has arrived.',
      'Now look at your state and at your numbers.',
    ]);
    expect(hintFor(end, 1, 'en')).toMatchObject({ flags: null, example: null, clause: null });
  });
  test('what is asked depends on what happened', () => {
    const asked = ['est-02-syn-ack', 'est-01-first-syn'].map((id) => hintFor(first(id), 1, 'en').lines.slice(1));
    expect(asked).toEqual([hintTexts.en.ask.arrived, hintTexts.en.ask.called]);
  });
  test('rule and flags', () => {
    expect(hintFor(end, 2, 'en')).toMatchObject({ clause: ruleOf(end), flags: null, example: null });
    expect(hintFor(end, 2, 'en').points).toEqual(['ISS', 'RCV.NXT']);
    expect(hintFor(end, 3, 'en').lines).toEqual(['The flags are SYN + ACK.', 'The numbers are yours to find.']);
  });
  test('what is marked: first what happened, then the numbers and where they go, then all of the composer', () => {
    const marked = hintSteps.map((step) => [hintFor(end, step, 'en').points, hintFor(end, step, 'en').fields]);
    expect(marked).toEqual([
      [['state', 'arrived'], []],
      [['state', 'arrived'], []],
      [
        ['ISS', 'RCV.NXT'],
        ['seq', 'ack'],
      ],
      [
        ['ISS', 'RCV.NXT'],
        ['flags', 'seq', 'ack'],
      ],
      [
        ['ISS', 'RCV.NXT'],
        ['flags', 'seq', 'ack'],
      ],
    ]);
  });
  test('after three refused moves: the reasoning with the own numbers, and no step of help', () => {
    expect(reasoningFor(end, 'en').lines.slice(-3)).toEqual([
      'Right is: SYN,ACK seq=5000 ack=1001.',
      'seq = 5000: the SYN’s number is always the ISS.',
      'ack = 1000 + 1 = 1001: its seq, and the numbers that it used.',
    ]);
  });
  test('the worked example', () => {
    expect(hintFor(end, 4, 'en').lines).toEqual([
      'The same situation with other numbers: SYN-RECEIVED, ISS = 7000, SND.NXT = 7000, RCV.NXT = 2001.',
      'SYN seq=2000 arrives.',
      'Right is: SYN,ACK seq=7000 ack=2001.',
      'seq = 7000: the SYN’s number is always the ISS.',
      'ack = 2000 + 1 = 2001: its seq, and the numbers that it used.',
      'Now the same with your numbers.',
    ]);
    expect(hintFor(end, 4, 'zh-CN').lines[4]).toBe('ack = 2000 + 1 = 2001：对方的序号加上它占用的个数。');
  });
});

test('a Wait is not marked by the rule, but from the third step on', () => {
  const level = levelOf('est-02-syn-ack');
  const end = level && situations(level, 0)[1];
  expect(end && hintSteps.map((step) => hintFor(end, step, 'en').fields)).toEqual([[], [], [], ['wait'], ['wait']]);
  expect(end && hintFor(end, 3, 'en').points).toEqual(['state', 'arrived']);
});

test('the reset of a segment without ACK begins at 0', () => {
  const level = levelOf('odd-01-refused-new-isn');
  const end = level && situations(level, 0)[1];
  expect(end && hintFor(end, 4, 'en').lines).toContain('seq = 0: what arrived had no ack that the reset could take.');
});

test('the own first move beside the right one', () => {
  const level = levelOf('close-06-last-ack-lost');
  if (level === null) throw new Error('no level');
  const wait = { type: 'wait' } as const;
  const { attempt } = playWay(theCourse(level), 0, { think: 2000, slips: (_, nth) => (nth === 0 ? [wait] : []) });
  const [slip, right] = attempt.decisions.map(comparisonOf);
  expect(slip).toMatchObject({
    state: 'TIME-WAIT',
    own: wait,
    misconception: 'ack-omitted',
    clause: 'fin-acknowledged',
  });
  expect(slip?.right).toMatchObject({ type: 'send', flags: ['ACK'], seq: 101, ack: 301 });
  expect(right).toMatchObject({ misconception: null });
  expect(right?.own).toEqual(right?.right);
});
