/** Wrong numbers in ack: RFC 9293 3.1, 3.4. */
import { seqAdd, seqLe, seqLt } from '../../seq.ts';
import { heldEnd, heldInOrder } from '../../tcp/held.ts';
import { FIN, SYN } from '../../tcp/segment.ts';
import { has, knowsPeer, type Moment, type Rule, whenSending } from '../moment.ts';

/** What came last carried a SYN or a FIN; or only data. */
const tookControl = ({ received }: Moment): boolean => received !== null && has(received.ctl, SYN | FIN);
const tookData = (at: Moment, least: number): boolean => !tookControl(at) && (at.received?.data.length ?? 0) >= least;

export const ackRules = {
  'ack-no-plus-one': whenSending((at, { ack }) => tookControl(at) && ack === seqAdd(at.tcb.rcv.nxt, -1)),

  'ack-plus-one-for-data': whenSending(
    (at, { ack }) =>
      at.received !== null && tookData(at, 2) && ack === seqAdd(at.received.seq, 1) && ack !== at.tcb.rcv.nxt,
  ),

  'ack-last-octet': whenSending((at, { ack }) => tookData(at, 1) && ack === seqAdd(at.tcb.rcv.nxt, -1)),

  'ack-across-gap': whenSending(
    ({ tcb }, { ack }) => ack !== tcb.rcv.nxt && heldInOrder(tcb.rcv.held).some((piece) => ack === heldEnd(piece)),
  ),

  'ack-extra-one': whenSending((at, { ack }) => knowsPeer(at) && ack === seqAdd(at.tcb.rcv.nxt, 1)),

  'ack-own-number': whenSending(
    ({ tcb: { snd, rcv, iss } }, { ack }) =>
      ack !== rcv.nxt && (ack === snd.nxt || ack === snd.una || ack === iss || ack === seqAdd(iss, 1)),
  ),

  // An ack that was true once; any other number is no older ack, only a wrong one.
  'ack-stale': whenSending(({ tcb }, { ack }) => ack !== null && seqLt(ack, tcb.rcv.nxt) && seqLe(tcb.irs, ack)),
} as const satisfies { readonly [id: string]: Rule };
