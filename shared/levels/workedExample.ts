/**
 * A worked example: the player's situation with other numbers, and what is right there. Each count is moved as a
 * whole, so that every distance stays, to numbers that can be added in the head.
 */
import type { End } from '../game/match.ts';
import { type Form, formsOf } from '../judge/forms.ts';
import type { Move } from '../judge/move.ts';
import { type Seq, seqAdd, seqDiff, toSeq } from '../seq.ts';
import { ACK, flagsOf, PSH, RST, type Segment, segEnd, segLen } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import { isSynchronized } from '../tcp/tcb.ts';

/** What a hint looks at. */
export type Situation = Pick<End, 'tcb' | 'triggers' | 'last'>;

/** Where a number of the right segment comes from, in the RFC's variables. */
export type SeqSource = 'ISS' | 'SND.NXT' | 'SND.UNA' | 'SEG.ACK' | 'zero';
export type AckSource = 'none' | 'SEG.SEQ + SEG.LEN' | 'RCV.NXT';

export interface Example {
  readonly state: State;
  /** null: no meaning in this state. */
  readonly iss: number | null;
  readonly sndNxt: number | null;
  readonly rcvNxt: number | null;
  /** What arrived, where something did. */
  readonly received: ExampleSegment | null;
  readonly move: Move;
  readonly seqFrom: SeqSource;
  readonly ackFrom: AckSource;
}

export interface ExampleSegment {
  readonly flags: readonly string[];
  readonly seq: number;
  readonly ack: number | null;
  readonly len: number;
  /** SEG.LEN: its octets, SYN and FIN. */
  readonly uses: number;
}

/** The right answer that help shows: what the engine would send, even where it may still wait; null: to wait. */
export const owedForm = ({ tcb }: Pick<Situation, 'tcb'>): Form | null => formsOf(tcb)[0] ?? null;

/** The segment that made the decision due, if one did. */
export const arrivedIn = ({ triggers, last }: Situation): Segment | null =>
  triggers.at(-1)?.type === 'arrived' ? last.received : null;

export const exampleOf = (situation: Situation): Example =>
  shiftedBy(situation, shiftsOf(situation, owedForm(situation)));

/** The situation as it is: what is right here, and where its numbers come from. */
export const solutionOf = (situation: Situation): Example => shiftedBy(situation, { own: 0, peer: 0 });

interface Shifts {
  readonly own: number;
  readonly peer: number;
}

function shiftedBy(situation: Situation, { own, peer }: Shifts): Example {
  const { tcb } = situation;
  const form = owedForm(situation);
  const received = arrivedIn(situation);
  const known = tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN';
  const heard = isSynchronized(tcb.state) || tcb.state === 'SYN-RECEIVED';
  return {
    state: tcb.state,
    iss: known ? seqAdd(tcb.iss, own) : null,
    sndNxt: known ? seqAdd(tcb.snd.nxt, own) : null,
    rcvNxt: heard ? seqAdd(tcb.rcv.nxt, peer) : null,
    received: received && shownSegment(received, own, peer),
    move: form === null ? { type: 'wait' } : shifted(form, own, peer),
    seqFrom: seqSource(situation, form),
    ackFrom: ackSource(situation, form, received),
  };
}

const base = { own: 7000, peer: 2000 } as const;

/** How far each count moves; never nothing, because other numbers are promised. */
function shiftsOf({ tcb, last }: Situation, form: Form | null): Shifts {
  const counts = tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN' && form?.offer.kind !== 'reset';
  const from = counts ? tcb.iss : (last.received?.ack ?? tcb.iss);
  const heard = isSynchronized(tcb.state) || tcb.state === 'SYN-RECEIVED';
  const to = heard ? tcb.irs : (last.received?.seq ?? toSeq(0));
  return { own: apart(base.own, from), peer: apart(base.peer, to) };
}

const apart = (wanted: number, from: Seq): number => seqDiff(toSeq(wanted), from) || 1000;

const shownSegment = (segment: Segment, own: number, peer: number): ExampleSegment => ({
  flags: flagsOf(segment.ctl & ~PSH),
  seq: seqAdd(segment.seq, peer),
  ack: (segment.ctl & ACK) === 0 ? null : seqAdd(segment.ack, own),
  len: segment.data.length,
  uses: segLen(segment),
});

/** A reset that answers a segment without ACK begins at 0, whatever the numbers are. */
const isZeroReset = ({ segment }: Form): boolean => (segment.ctl & (RST | ACK)) === (RST | ACK) && segment.seq === 0;

function shifted(form: Form, own: number, peer: number): Move {
  const { seq, ack } = form.segment;
  return {
    ...form.move,
    flags: form.move.flags.filter((flag) => flag !== 'PSH'),
    seq: isZeroReset(form) ? 0 : seqAdd(seq, own),
    ack: form.move.ack === null ? null : seqAdd(ack, peer),
  };
}

function seqSource({ tcb }: Situation, form: Form | null): SeqSource {
  if (form === null) return 'SND.NXT';
  switch (form.offer.kind) {
    case 'reset':
      return isZeroReset(form) ? 'zero' : form.segment.seq === tcb.snd.nxt && tcb.snd.closing ? 'SND.NXT' : 'SEG.ACK';
    case 'syn':
      return 'ISS';
    case 'retransmission':
      return 'SND.UNA';
    case 'probe':
    case 'text':
    case 'ack':
      return 'SND.NXT';
  }
}

function ackSource({ tcb }: Situation, form: Form | null, received: Segment | null): AckSource {
  if (form === null || form.move.ack === null) return 'none';
  if (form.offer.kind === 'reset') return 'SEG.SEQ + SEG.LEN';
  const counted = received !== null && segLen(received) > 0 && segEnd(received) === tcb.rcv.nxt;
  return counted ? 'SEG.SEQ + SEG.LEN' : 'RCV.NXT';
}
