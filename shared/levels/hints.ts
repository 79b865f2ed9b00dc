/**
 * The hint ladder: look, ask, rule, partial, worked example (CURRICULUM, section 4). Each step is made from the
 * situation of the end that is asked; nothing about a level is needed. `score.ts` has the caps.
 */
import type { Header } from '../game/event.ts';
import type { Trigger } from '../game/view.ts';
import { explainSilence } from '../judge/explain.ts';
import { type ClauseId, clauses } from '../tcp/clauses.ts';
import { type Flag, PSH, flagsOf } from '../tcp/segment.ts';
import { toSeq } from '../seq.ts';
import type { HintStep } from './attempt.ts';
import { hintsEn } from './texts/hints.en.ts';
import { hintsZhCN } from './texts/hints.zh-CN.ts';
import type { HintTexts } from './texts/hintTexts.ts';
import { type Example, exampleOf, owedForm, type Situation, solutionOf } from './workedExample.ts';

/** A number on the screen that a hint points at. */
export type Pointed = 'state' | 'arrived' | 'orders' | 'timers' | 'ISS' | 'SND.UNA' | 'SND.NXT' | 'RCV.NXT' | 'SND.WND';

/** A place of the composer that a hint speaks of. */
export type PointedField = 'flags' | 'seq' | 'ack' | 'payload' | 'wait';

export interface Hint {
  readonly step: HintStep;
  /** One to six sentences, each for a line of its own. */
  readonly lines: readonly string[];
  readonly points: readonly Pointed[];
  /** From step 2 on: where the numbers go; from step 3 on also flags and payload, or that it is a Wait. */
  readonly fields: readonly PointedField[];
  /** From step 2 on. */
  readonly clause: ClauseId | null;
  /** From step 3 on: the flags of the right segment; null: no segment, or not told yet. */
  readonly flags: readonly Flag[] | null;
  /** Step 4. */
  readonly example: Example | null;
}

export const hintTexts: { readonly [locale in 'en' | 'zh-CN']: HintTexts } = { en: hintsEn, 'zh-CN': hintsZhCN };

export function hintFor(situation: Situation, step: HintStep, locale: 'en' | 'zh-CN'): Hint {
  const texts = hintTexts[locale];
  const points = pointsOf(situation, step);
  const none = { step, points, fields: fieldsOf(situation, step), clause: null, flags: null, example: null };
  switch (step) {
    case 0:
      return { ...none, lines: [texts.look(happenings(situation, texts)), texts.thenLook] };
    case 1:
      return { ...none, lines: questions(situation, texts) };
    case 2: {
      const clause = ruleOf(situation);
      return { ...none, clause, lines: [clauses[clause][locale], texts.where(clauses[clause].section)] };
    }
    case 3: {
      const flags = flagsWanted(situation);
      return { ...none, clause: ruleOf(situation), flags, lines: partial(situation, flags, texts) };
    }
    case 4: {
      const example = exampleOf(situation);
      const flags = flagsWanted(situation);
      return { ...none, clause: ruleOf(situation), flags, example, lines: explained(example, texts) };
    }
  }
}

/** What made the decision due, in words. */
const happenings = ({ triggers }: Situation, texts: HintTexts): string =>
  triggers.map((trigger) => happening(trigger, texts)).join(texts.and);

function happening(trigger: Trigger, texts: HintTexts): string {
  switch (trigger.type) {
    case 'arrived':
      return texts.arrived(inWords(trigger.header));
    case 'called':
      return texts.called[trigger.call.call](trigger.call.len);
    case 'expired':
      return texts.expired[trigger.timer];
    case 'standstill':
      return texts.standstill;
  }
}

/** `SYN,ACK seq=5000 ack=1001`, as the game writes segments in every language. */
export const inWords = ({
  flags,
  seq,
  ack,
  len,
}: Pick<Header, 'seq' | 'ack' | 'len'> & { flags: readonly string[] }): string =>
  [flags.join(','), `seq=${seq}`, ack === null ? '' : `ack=${ack}`, len === 0 ? '' : `len=${len}`]
    .filter((part) => part !== '')
    .join(' ');

function questions({ tcb, triggers }: Situation, texts: HintTexts): readonly string[] {
  const kind: Trigger['type'] = triggers.at(-1)?.type ?? 'arrived';
  return [texts.askState(tcb.state), ...texts.ask[kind]];
}

/** The rule behind what is right now; of a Wait, why nothing is owed. */
export function ruleOf(situation: Situation): ClauseId {
  const { tcb } = situation;
  const owed = owedForm(situation);
  if (owed !== null) return owed.offer.clause;
  const ack = { type: 'send', flags: ['ACK'], seq: tcb.snd.nxt, ack: tcb.rcv.nxt, payload: null } as const;
  return explainSilence(tcb, { ...ack, seq: toSeq(ack.seq) });
}

const flagsWanted = (situation: Situation): readonly Flag[] | null => {
  const form = owedForm(situation);
  return form === null ? null : flagsOf(form.segment.ctl & ~PSH);
};

function partial(situation: Situation, flags: readonly Flag[] | null, texts: HintTexts): readonly string[] {
  const form = owedForm(situation);
  if (flags === null || form === null) return [texts.partialWait];
  const octets = form.segment.data.length;
  return [texts.partial(flags.join(' + ')), ...(octets === 0 ? [] : [texts.partialOctets(octets)]), texts.numbersLeft];
}

function explained(example: Example, texts: HintTexts): readonly string[] {
  const { state, iss, sndNxt, rcvNxt, received, move } = example;
  const numbers = [
    ['ISS', iss],
    ['SND.NXT', sndNxt],
    ['RCV.NXT', rcvNxt],
  ] as const;
  const known = numbers.filter(([, value]) => value !== null).map(([name, value]) => `${name} = ${value}`);
  const situation = texts.exampleSituation([state, ...known].join(', '));
  const arrived = received === null ? [] : [texts.exampleArrived(inWords(received))];
  if (move.type === 'wait') return [situation, ...arrived, texts.exampleWait];
  const words = inWords({ ...move, len: move.payload?.length ?? 0 });
  return [situation, ...arrived, texts.exampleSends(words), ...whys(example, texts), texts.nowYou];
}

function whys({ move, received, seqFrom, ackFrom }: Example, texts: HintTexts): readonly string[] {
  if (move.type === 'wait') return [];
  const seq = texts.seqFrom[seqFrom](move.seq);
  if (move.ack === null) return [seq];
  const counted = ackFrom === 'SEG.SEQ + SEG.LEN' && received !== null;
  return [seq, counted ? texts.ackCounted(received.seq, received.uses, move.ack) : texts.ackUnmoved(move.ack)];
}

function pointsOf(situation: Situation, step: HintStep): readonly Pointed[] {
  const { triggers, tcb } = situation;
  const places = { arrived: 'arrived', called: 'orders', expired: 'timers', standstill: 'state' } as const;
  const happened = triggers.map(({ type }): Pointed => places[type]);
  const kind = owedForm(situation)?.offer.kind;
  // What need not be answered shows in what happened, not in the numbers.
  if (step < 2 || kind === undefined) return ['state', ...new Set(happened)];
  if (kind === 'reset') return ['arrived'];
  if (kind === 'syn') return tcb.state === 'SYN-SENT' ? ['ISS'] : ['ISS', 'RCV.NXT'];
  if (kind === 'retransmission') return ['SND.UNA', 'RCV.NXT'];
  return kind === 'probe' ? ['SND.NXT', 'SND.WND'] : ['SND.NXT', 'RCV.NXT'];
}

function fieldsOf(situation: Situation, step: HintStep): readonly PointedField[] {
  if (step < 2) return [];
  const form = owedForm(situation);
  if (form === null) return step === 2 ? [] : ['wait'];
  const numbers = form.move.ack === null ? (['seq'] as const) : (['seq', 'ack'] as const);
  if (step === 2) return numbers;
  return ['flags', ...numbers, ...(form.move.payload === null ? [] : (['payload'] as const))];
}

/**
 * After the third refused move a decision is worth nothing more, and the card shows the reasoning with the player's
 * own numbers; it has to be entered all the same. No step of help: asking for nothing costs nothing.
 */
export function reasoningFor(situation: Situation, locale: 'en' | 'zh-CN'): Omit<Hint, 'step'> {
  const texts = hintTexts[locale];
  const clause = ruleOf(situation);
  const solution = solutionOf(situation);
  const rule = [`${clauses[clause][locale]} ${texts.where(clauses[clause].section)}`];
  const points = pointsOf(situation, 4);
  const common = { points, fields: fieldsOf(situation, 4), clause, flags: null, example: null };
  const { move } = solution;
  if (move.type === 'wait') return { ...common, lines: [texts.reasoning, ...rule, texts.exampleWait] };
  const sends = texts.exampleSends(inWords({ ...move, len: move.payload?.length ?? 0 }));
  return { ...common, lines: [texts.reasoning, ...rule, sends, ...whys(solution, texts)] };
}
