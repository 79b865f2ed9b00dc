/**
 * The exam deck: the exercises of public 408 papers, reworded, each with numbers of its own for every seed and with
 * answers that the engine or arithmetic gives. Seed 0 has the numbers of the papers.
 */
import type { LevelId } from '../levels/ids.ts';
import type { Dice } from '../rng.ts';
import { seqDiff, toSeq } from '../seq.ts';
import { ACK, flagNames, SYN } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import {
  answerToSyn,
  closingWith,
  dataSegment,
  diceOf,
  enteredAt,
  hears,
  inUse,
  playedByBots,
  says,
  sendRange,
  thirdSegment,
} from './examEngine.ts';
import { type ExamNumbers, type ExerciseId, type Field, same, type Topic, wrapped } from './exercise.ts';
import { levelOf } from '../levels/catalogue.ts';

interface Recipe<Id extends ExerciseId> {
  /** Year and number of the 408 paper that it follows; null: ours. */
  readonly source: string | null;
  readonly topic: Topic;
  /** Where the same is played. */
  readonly levels: readonly LevelId[];
  readonly original: ExamNumbers[Id];
  readonly draw: (dice: Dice) => ExamNumbers[Id];
  readonly answer: (numbers: ExamNumbers[Id]) => readonly Field[];
}

const octets = (dice: Dice): number => 10 * (10 + dice.below(60));
const isn = (dice: Dice): number => 1000 + dice.below(90_000);

/** The ack after those of the runs that arrive. */
function ackAfter(seq: number, runs: readonly (readonly [from: number, octets: number])[]): number {
  const heard = runs.reduce((tcb, [from, n]) => hears(tcb, dataSegment(from, 1, n)), inUse(1, seq));
  return heard.rcv.nxt;
}

const recipes: { readonly [Id in ExerciseId]: Recipe<Id> } = {
  'count-octets': {
    source: '2009-38',
    topic: 'data',
    levels: ['num-01-count-octets'],
    original: { seq: 200, first: 300, second: 500 },
    draw: (dice) => ({ seq: isn(dice), first: octets(dice), second: octets(dice) }),
    answer: ({ seq, first, second }) => [
      same('ack', 'number', ackAfter(seq, [[seq, first], [seq + first, second]])), // prettier-ignore
    ],
  },
  'answer-syn': {
    source: '2011-39',
    topic: 'open',
    levels: ['est-02-syn-ack'],
    original: { x: 11_220 },
    draw: (dice) => ({ x: isn(dice) }),
    answer: ({ x }) => {
      const { ctl, ack } = answerToSyn(x, 7);
      return [
        same('SYN', 'bit', (ctl & SYN) === 0 ? 0 : 1),
        same('ACK', 'bit', (ctl & ACK) === 0 ? 0 : 1),
        same('ack', 'number', ack),
      ];
    },
  },
  gap: {
    source: '2011-40',
    topic: 'data',
    levels: ['num-03-hole'],
    original: { seq: 200, first: 300, second: 400, third: 500 },
    draw: (dice) => ({ seq: isn(dice), first: octets(dice), second: octets(dice), third: octets(dice) }),
    answer: ({ seq, first, second, third }) => [
      same('ack', 'number', ackAfter(seq, [[seq, first], [seq + first + second, third]])), // prettier-ignore
    ],
  },
  swap: {
    source: '2013-39',
    topic: 'data',
    levels: ['num-02-swap'],
    original: { seq: 1913, ack: 2046, octets: 100 },
    draw: (dice) => ({ seq: isn(dice), ack: 200_000 + isn(dice), octets: octets(dice) }),
    answer: ({ seq, ack, octets: n }) => {
      const answer = says(hears(inUse(ack, seq), dataSegment(seq, ack, n)));
      return [same('seq', 'number', answer.seq), same('ack', 'number', answer.ack)];
    },
  },
  'third-ack': {
    source: '2019-39',
    topic: 'open',
    levels: ['est-03-third-ack'],
    original: { x: 2018, y: 2046 },
    draw: (dice) => ({ x: isn(dice), y: 200_000 + isn(dice) }),
    answer: ({ x, y }) => [same('ack', 'number', thirdSegment(x, y).ack)],
  },
  'octets-by-fin': {
    source: '2020-39',
    topic: 'close',
    levels: ['close-05-fin-with-data'],
    original: { x: 1000, fin: 5001 },
    draw: (dice) => {
      const x = isn(dice);
      return { x, fin: wrapped(x + 1 + octets(dice) + octets(dice)) };
    },
    answer: ({ x, fin }) => [same('octets', 'number', seqDiff(toSeq(fin), toSeq(x)) - 1)],
  },
  'state-after': {
    source: '2021-38',
    topic: 'close',
    levels: ['close-02-four-way', 'odd-06-simultaneous-close'],
    original: { which: 0 },
    draw: (dice) => ({ which: dice.below(4) }),
    answer: ({ which }) => [same('state', 'state', stateAfter(which))],
  },
  'window-range': {
    source: '2021-40',
    topic: 'data',
    levels: ['est-05-mss-window', 'num-06-zero-window'],
    original: { seq: 501, octets: 200, wnd: 500 },
    draw: (dice) => {
      const sent = octets(dice);
      return { seq: isn(dice), octets: sent, wnd: sent + octets(dice) };
    },
    answer: ({ seq, octets: n, wnd }) => {
      const { from, to } = sendRange(seq, n, wnd);
      return [same('from', 'number', from), same('to', 'number', to)];
    },
  },
  'close-times': {
    source: '2022-39',
    topic: 'close',
    levels: ['exam-01-408-close-timing'],
    original: { rtt: 50, msl: 800 },
    draw: (dice) => ({ rtt: 2 * (10 + dice.below(40)), msl: 100 * (4 + dice.below(12)) }),
    answer: ({ rtt, msl }) => {
      const { client, server } = enteredAt(playedByBots(closingWith(rtt, msl)), 'CLOSED');
      return [same('client-ms', 'number', client ?? -1), same('server-ms', 'number', server ?? -1)];
    },
  },
  'request-times': {
    source: '2025-39',
    topic: 'open',
    levels: ['est-06-ack-carries-data', 'atk-05-fast-open'],
    original: { rtt: 8 },
    draw: (dice) => ({ rtt: 2 + 2 * dice.below(50) }),
    // Question and answer cross once each; TCP crosses twice before, and the question rides on the third segment.
    answer: ({ rtt }) => [same('udp-ms', 'number', rtt), same('tcp-ms', 'number', 2 * rtt)],
  },
  'data-on-syn': {
    source: null,
    topic: 'open',
    levels: ['atk-05-fast-open', 'est-06-ack-carries-data'],
    original: { octets: 20 },
    draw: (dice) => ({ octets: octets(dice) }),
    answer: () => [{ name: 'may', kind: 'yes', textbook: 'no', rfc: 'yes' }],
  },
  'flag-count': {
    source: null,
    topic: 'odd',
    levels: ['lab-02-hex-and-relative'],
    original: null,
    draw: () => null,
    answer: () => [{ name: 'flags', kind: 'number', textbook: '6', rfc: String(flagNames.length) }],
  },
  'server-state': {
    source: null,
    topic: 'open',
    levels: ['est-03-third-ack', 'loss-03-third-ack-lost'],
    original: { x: 1000 },
    draw: (dice) => ({ x: isn(dice) }),
    answer: () => [{ name: 'state', kind: 'state', textbook: 'ESTABLISHED', rfc: 'SYN-RECEIVED' }],
  },
  'fewest-waves': {
    source: null,
    topic: 'close',
    levels: ['close-04-three-segments'],
    original: null,
    draw: () => null,
    answer: () => [{ name: 'segments', kind: 'number', textbook: '4', rfc: String(fewestSegments()) }],
  },
};

/** The states of a close, as the engine goes through them. */
function stateAfter(which: number): State {
  const level = levelOf(which === 3 ? 'odd-06-simultaneous-close' : 'close-02-four-way');
  if (level === null) throw new Error('no level to close');
  const changes = playedByBots(level).history.flatMap((event) => (event.type === 'changed' ? [event] : []));
  const of = (host: 'client' | 'server'): readonly State[] =>
    changes.filter((event) => event.host === host && event.to !== 'CLOSED').map(({ to }) => to);
  const states = of(which === 1 ? 'server' : 'client');
  const found = which === 2 ? states[1] : which === 3 ? states[1] : states.at(-1);
  if (found === undefined) throw new Error('the engine did not close');
  return found;
}

/** Of the levels that close, the one with the fewest segments, counted. */
const fewestSegments = (): number =>
  playedByBots(closingWith(50, 800)).history.filter(({ type }) => type === 'sent').length;

export const exerciseIds = [
  'count-octets',
  'answer-syn',
  'gap',
  'swap',
  'third-ack',
  'octets-by-fin',
  'state-after',
  'window-range',
  'close-times',
  'request-times',
  'data-on-syn',
  'flag-count',
  'server-state',
  'fewest-waves',
] as const satisfies readonly ExerciseId[];

export interface Exercise<Id extends ExerciseId = ExerciseId> {
  readonly id: Id;
  readonly source: string | null;
  readonly topic: Topic;
  readonly levels: readonly LevelId[];
  readonly numbers: ExamNumbers[Id];
  readonly fields: readonly Field[];
}

/** The exercise with the numbers of this seed; 0: those of the paper. */
export function exerciseOf<Id extends ExerciseId>(id: Id, seed: number): Exercise<Id> {
  const { source, topic, levels, original, draw, answer } = recipes[id];
  const numbers = seed === 0 ? original : draw(diceOf(seed));
  return { id, source, topic, levels, numbers, fields: answer(numbers) };
}

/** The whole deck; each exercise has numbers of its own. */
export const examDeck = (seed: number): readonly Exercise[] =>
  exerciseIds.map((id, n) => exerciseOf(id, seed === 0 ? 0 : seed + n * 0x9e37));
