/** Misconceptions about when to speak and when to be silent: RFC 9293 3.8.4, 3.10.7.4; RFC 6298. */
import { ACK, FIN, PSH, RST, segLen, SYN } from '../../tcp/segment.ts';
import { has, isAnythingOwed, type Moment, type Rule, whenSending } from '../moment.ts';

/** A SYN, a FIN, a hole, a probe ... wants its ACK now; an ACK of data in order may wait a little. */
const isAckOwedNow = ({ offers }: Moment): boolean =>
  offers.some(({ kind, owed, segment }) => owed && (kind === 'ack' || kind === 'syn') && has(segment.ctl, ACK));

export const timingRules = {
  'retransmit-too-early': whenSending(
    ({ tcb, offers }, { ctl, seq, len }) =>
      !tcb.owed.retransmission &&
      // In a simultaneous open, and after a repeated SYN, the SYN may go again at once.
      !offers.some(({ segment }) => segment.seq === seq && segLen(segment) > 0) &&
      tcb.snd.queue.some(
        (sent) => sent.seq === seq && sent.len === len && (ctl & (SYN | FIN)) === (sent.ctl & (SYN | FIN)),
      ),
  ),

  'ack-of-ack': whenSending(
    (at, { ctl, seq, ack, len }) =>
      !isAnythingOwed(at) &&
      (ctl & ~PSH) === ACK &&
      len === 0 &&
      seq === at.tcb.snd.nxt &&
      ack === at.tcb.rcv.nxt &&
      at.tcb.state !== 'CLOSED',
  ),

  // Only silence, and segments that acknowledge nothing: a wrong number has rules of its own.
  'ack-omitted': (at, given) => isAckOwedNow(at) && (given === null || !has(given.ctl, ACK)),

  'leave-time-wait-early': ({ tcb }, given) =>
    tcb.state === 'TIME-WAIT' &&
    (given === null ? tcb.owed.ack?.clause === 'time-wait-restart' : has(given.ctl, RST | SYN | FIN)),
} as const satisfies { readonly [id: string]: Rule };
