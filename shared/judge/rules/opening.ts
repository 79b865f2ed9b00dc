/** Misconceptions of the handshake: RFC 9293 3.4.1, 3.5. */
import { seqAdd } from '../../seq.ts';
import { ACK, RST, SYN } from '../../tcp/segment.ts';
import { isSynchronized } from '../../tcp/tcb.ts';
import { has, isSynOwed, type Moment, type Rule, whenSending } from '../moment.ts';

/** A SYN,ACK must leave now: the first time or again. */
const isSynAckOwed = (at: Moment): boolean => at.tcb.state === 'SYN-RECEIVED' && isSynOwed(at);

const hasSynLeft = ({ tcb }: Moment): boolean => tcb.snd.nxt !== tcb.iss;

export const openingRules = {
  // Wait before the first SYN is this one; Wait when it should go again is the engine's to explain.
  'syn-forgotten': (at, given) =>
    at.tcb.state === 'SYN-SENT' &&
    (given === null ? at.tcb.owed.syn !== null : isSynOwed(at) && !has(given.ctl, SYN | RST)),

  // SYN-SENT says that no SYN has come: one would have led to another state.
  'ack-on-first-syn': whenSending(({ tcb }, { ctl }) => tcb.state === 'SYN-SENT' && has(ctl, SYN) && has(ctl, ACK)),

  'bad-synack-accepted': ({ tcb }, given) =>
    tcb.state === 'SYN-SENT' &&
    tcb.owed.resets.some(({ clause }) => clause === 'syn-sent-resets-bad-ack') &&
    (given === null || !has(given.ctl, RST)),

  'syn-on-third': whenSending(
    ({ tcb, sent }, { ctl }) =>
      tcb.state === 'ESTABLISHED' &&
      sent !== null &&
      has(sent.ctl, SYN) &&
      !has(sent.ctl, ACK) &&
      has(ctl, SYN) &&
      has(ctl, ACK),
  ),

  'synack-without-syn': whenSending((at, { ctl }) => isSynAckOwed(at) && !has(ctl, SYN | RST)),

  'synack-without-ack': whenSending((at, { ctl }) => isSynAckOwed(at) && has(ctl, SYN) && !has(ctl, ACK)),

  'isn-copied': whenSending(
    (at, { ctl, seq }) =>
      isSynAckOwed(at) && has(ctl, SYN) && seq !== at.tcb.iss && (seq === at.tcb.irs || seq === seqAdd(at.tcb.irs, 1)),
  ),

  'new-isn-on-retransmit': whenSending(
    (at, { ctl, seq }) =>
      (at.tcb.state === 'SYN-SENT' || at.tcb.state === 'SYN-RECEIVED') &&
      hasSynLeft(at) &&
      has(ctl, SYN) &&
      seq !== at.tcb.iss &&
      // 0 is the ISN as a relative number: `relative-absolute-mix`.
      seq !== 0,
  ),

  // Where Fast Open allows data, the engine offers it.
  'data-before-established': whenSending(
    ({ tcb, offers }, { len }) =>
      (tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED') &&
      len > 0 &&
      !offers.some(({ segment }) => segment.data.length > 0),
  ),

  rehandshake: whenSending((at, { ctl }) => isSynchronized(at.tcb.state) && has(ctl, SYN) && !isSynOwed(at)),
} as const satisfies { readonly [id: string]: Rule };
