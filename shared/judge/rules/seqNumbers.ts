/** Wrong numbers in seq, or in both fields: RFC 9293 3.4. */
import { SEQ_SPACE, type Seq, seqAdd, seqDiff } from '../../seq.ts';
import { effSndMss } from '../../tcp/form.ts';
import { usableWindow } from '../../tcp/offers.ts';
import { ACK, dataSeq, RST, segLen, SYN } from '../../tcp/segment.ts';
import { has, isRightSeq, knowsPeer, type Moment, type Rule, whenSending } from '../moment.ts';

/** The largest number that a field takes: where a client cuts off what was typed. */
const LAST = SEQ_SPACE - 1;

/** The count that began at `from` has stepped over 4294967295. */
const hasWrapped = (from: Seq, to: Seq): boolean => from + seqDiff(to, from) >= SEQ_SPACE;

/** SND.NXT, and the numbers of what is to be sent now: a retransmission begins earlier. */
const rightSeqs = ({ tcb, offers }: Moment): readonly Seq[] => [
  tcb.snd.nxt,
  ...offers.flatMap(({ kind, segment }) => (kind === 'reset' ? [] : [segment.seq])),
];

export const seqRules = {
  'wrap-not-mod': whenSending((at, { seq, ack }) => {
    const { iss, irs, snd, rcv } = at.tcb;
    const bySeq = seq === LAST && !isRightSeq(at, seq) && hasWrapped(iss, snd.nxt);
    return bySeq || (ack === LAST && rcv.nxt !== LAST && hasWrapped(irs, rcv.nxt));
  }),

  'relative-absolute-mix': whenSending((at, { seq, ack }) => {
    const { iss, irs, rcv, state } = at.tcb;
    if (state === 'CLOSED' || state === 'LISTEN') return false;
    const bySeq = !isRightSeq(at, seq) && rightSeqs(at).some((right) => seq === seqDiff(right, iss));
    return bySeq || (knowsPeer(at) && ack === seqDiff(rcv.nxt, irs) && ack !== rcv.nxt);
  }),

  'seq-ack-swapped': whenSending((at, { seq, ack }) => {
    const { nxt } = at.tcb.rcv;
    return seq === nxt && ack !== nxt && rightSeqs(at).some((right) => ack === right);
  }),

  'third-seq-x': whenSending((at, { ctl, seq }) => {
    const { iss } = at.tcb;
    return !has(ctl, SYN) && seq === iss && rightSeqs(at).includes(seqAdd(iss, 1));
  }),

  'one-per-packet': whenSending(
    (at, { seq }) =>
      at.sent !== null && at.sent.data.length >= 2 && seq === seqAdd(dataSeq(at.sent), 1) && !isRightSeq(at, seq),
  ),

  'ack-consumes-number': whenSending(
    ({ tcb, sent }, { seq }) =>
      sent !== null &&
      has(sent.ctl, ACK) &&
      !has(sent.ctl, RST) &&
      segLen(sent) === 0 &&
      seq === seqAdd(tcb.snd.nxt, 1),
  ),

  'seq-not-advanced': whenSending(
    (at, { seq }) =>
      at.sent !== null && segLen(at.sent) >= 1 && seq === at.sent.seq && seq !== at.tcb.snd.nxt && !isRightSeq(at, seq),
  ),

  'seq-from-peer': whenSending((at, { seq }) => {
    const { received, tcb } = at;
    if (seq === tcb.snd.nxt || isRightSeq(at, seq)) return false;
    if (received !== null && (seq === received.seq || seq === seqAdd(received.seq, 1))) return true;
    return knowsPeer(at) && seq === tcb.rcv.nxt;
  }),

  // 3.7.1, 3.8.6. A move has no options, so an MSS option in the wrong place cannot be sent.
  'limits-ignored': whenSending((at, { seq, len }) => {
    // A window probe goes past the window, and may.
    const offered = at.offers.some(({ segment }) => segment.seq === seq && len <= segment.data.length);
    if (len === 0 || offered) return false;
    return len > effSndMss(at.tcb) || (seq === at.tcb.snd.nxt && len > usableWindow(at.tcb));
  }),
} as const satisfies { readonly [id: string]: Rule };
