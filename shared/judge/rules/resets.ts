/** Misconceptions about RST: RFC 9293 3.5.2 and 3.10.7, RFC 5961 3. */
import { RST } from '../../tcp/segment.ts';
import { isSynchronized } from '../../tcp/tcb.ts';
import { has, isAnythingOwed, isResetOwed, type Rule, whenSending } from '../moment.ts';

export const resetRules = {
  'reply-to-rst': whenSending((at) => at.received !== null && has(at.received.ctl, RST) && !isAnythingOwed(at)),

  'rst-wrong-numbers': whenSending((at, { ctl }) => isResetOwed(at) && has(ctl, RST)),

  'rst-instead-of-ack': whenSending(
    ({ tcb }, { ctl }) => isSynchronized(tcb.state) && tcb.owed.ack !== null && has(ctl, RST),
  ),
} as const satisfies { readonly [id: string]: Rule };
