/**
 * A player's move against a connection: right, or a verdict that says which field is wrong and why. The truth is
 * the engine's (`offers`): what is owed, what is allowed, and nothing else.
 */
import { cutTo, pushed } from '../tcp/choice.ts';
import { type Offer, offers } from '../tcp/offers.ts';
import { PSH, type Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { faultsOf, judgedBits } from './compare.ts';
import { explain, explainSilence } from './explain.ts';
import { type Form, formsOf } from './forms.ts';
import type { Exchange } from './moment.ts';
import type { Move, SendMove } from './move.ts';
import { recognise } from './recognise.ts';
import type { Fault, Verdict } from './verdict.ts';

export type Judgement =
  /** `also`: the other moves that would have been right. */
  | { readonly right: true; readonly segment: Segment | null; readonly also: readonly Move[] }
  | { readonly right: false; readonly verdict: Verdict };

type Unlabelled = Fault & Pick<Verdict, 'clause' | 'expected'>;

/** What the rules say, before anybody asks what the player may have believed. */
type Ruling =
  | { readonly right: true; readonly segment: Segment | null }
  | { readonly right: false; readonly verdict: Unlabelled };

/**
 * `segment` of a right move is what leaves; null for a wait. `exchange`: what this end received and sent last; it
 * changes no ruling, only which misconception a wrong move is taken for.
 */
export function judge(tcb: Tcb, move: Move, exchange: Exchange = nothingSeen): Judgement {
  const ruling = move.type === 'wait' ? judgeWait(tcb) : judgeSend(tcb, move);
  if (ruling.right) return { ...ruling, also: alternatives(tcb, move) };
  const found = recognise({ ...exchange, tcb, offers: offers(tcb) }, move);
  return { right: false, verdict: { ...ruling.verdict, misconceptions: found } };
}

/** Every other right answer: the segments first, and waiting where nothing must leave now. */
function alternatives(tcb: Tcb, move: Move): readonly Move[] {
  const forms = formsOf(tcb);
  const sends = forms.filter((form) => move.type === 'wait' || faultsOf(move, form).length > 0 || isPart(move, form));
  return [...sends.map((form) => form.move), ...(move.type === 'send' ? waits(tcb) : [])];
}

/** Right, but only a part of what could have left. */
const isPart = ({ payload }: SendMove, { segment }: Form): boolean => (payload?.length ?? 0) < segment.data.length;

/** Wait, where it is right. */
const waits = (tcb: Tcb): readonly Move[] => (isOwed(tcb) ? [] : [{ type: 'wait' }]);

const nothingSeen: Exchange = { received: null, sent: null };

function judgeWait(tcb: Tcb): Ruling {
  const owed = offers(tcb).find((offer) => offer.owed);
  if (owed === undefined) return { right: true, segment: null };
  const expected = formsOf(tcb).map((form) => form.move);
  return { right: false, verdict: { field: 'move', given: 'wait', wanted: 'send', clause: owed.clause, expected } };
}

function judgeSend(tcb: Tcb, move: SendMove): Ruling {
  const forms = formsOf(tcb);
  if (forms.length === 0) {
    const clause = explainSilence(tcb, move);
    return { right: false, verdict: { field: 'move', given: 'send', wanted: 'wait', clause, expected: waits(tcb) } };
  }
  const compared = forms.map((form) => ({ form, faults: faultsOf(move, form) }));
  const fitting = compared.find(({ faults }) => faults.length === 0);
  if (fitting !== undefined) return { right: true, segment: asSent(fitting.form, move) };
  const nearest = compared.reduce((best, next) => (distance(move, next) < distance(move, best) ? next : best));
  return { right: false, verdict: verdictOf(tcb, move, nearest, forms) };
}

/** The engine's segment with the player's choice of length and PSH. */
const asSent = ({ segment, offer }: Form, { payload, flags }: SendMove): Segment =>
  pushed(cutTo(segment, payload?.length ?? 0), offer, flags.includes('PSH'));

interface Compared {
  readonly form: Form;
  readonly faults: readonly Fault[];
}

/** Flags weigh most: they say what the player meant. */
function distance(move: SendMove, { form, faults }: Compared): number {
  const bits = judgedBits(move) ^ (form.segment.ctl & ~PSH);
  const flags = bits.toString(2).replaceAll('0', '').length;
  return flags * 3 + faults.filter(({ field }) => field !== 'flags').length;
}

function verdictOf(tcb: Tcb, move: SendMove, { form, faults }: Compared, forms: readonly Form[]): Unlabelled {
  const [fault] = faults;
  if (fault === undefined) throw new Error('a right move has no verdict');
  const rest = forms.filter((other) => other !== form).map((other) => other.move);
  return { ...fault, clause: explain(tcb, move, form.offer, fault), expected: [form.move, ...rest, ...waits(tcb)] };
}

/** Whether a human has to do something now: anything owed at once. */
export const isOwed = (tcb: Tcb): boolean => offers(tcb).some((offer: Offer) => offer.owed);
