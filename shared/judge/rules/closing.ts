/** Misconceptions about FIN, and about the ACK bit that every segment after the handshake carries: 3.6, 3.8. */
import { ACK, FIN, RST, SYN } from '../../tcp/segment.ts';
import { finSent, textEnd, unsentLength } from '../../tcp/tcb.ts';
import { has, knowsPeer, type Rule, whenSending } from '../moment.ts';

export const closingRules = {
  // Before the handshake the first SYN may do without ACK, and a FIN on it is another mistake.
  'fin-without-ack': whenSending((at, { ctl }) => knowsPeer(at) && has(ctl, FIN) && !has(ctl, ACK)),

  'ack-flag-vs-number': whenSending((_, { ctl, ack }) => has(ctl, ACK) === (ack === null)),

  'ack-flag-missing': whenSending((at, { ctl }) => knowsPeer(at) && !has(ctl, ACK | RST | SYN)),

  'fin-too-early': whenSending(({ tcb }, { ctl, len }) => has(ctl, FIN) && tcb.snd.closing && unsentLength(tcb) > len),

  'fin-without-close': whenSending((at, { ctl }) => has(ctl, FIN) && knowsPeer(at) && !at.tcb.snd.closing),

  'data-after-fin': whenSending(
    ({ tcb }, { seq, len }) => finSent(tcb) && len > 0 && !tcb.snd.queue.some((sent) => sent.seq === seq),
  ),

  'fin-not-counted-own': whenSending(({ tcb }, { ctl, seq }) => finSent(tcb) && !has(ctl, FIN) && seq === textEnd(tcb)),
} as const satisfies { readonly [id: string]: Rule };
