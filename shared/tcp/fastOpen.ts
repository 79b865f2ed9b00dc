/** RFC 7413, the client's side: text that left with the SYN and was not taken. */
import { seqAdd } from '../seq.ts';
import { type Run, stopTimer } from './run.ts';
import { SYN } from './segment.ts';

/**
 * Fast Open is over: what left with the SYN and is not acknowledged counts as never sent, and goes again as ordinary
 * text. The SYN itself, if it is still out, goes again without text and without the option: 4.2.1.
 */
export function takeBackSynText(run: Run): void {
  const { tcb } = run;
  const { snd } = tcb;
  if (tcb.fastOpen === null) return;
  tcb.fastOpen = null;
  snd.queue = snd.queue.flatMap((sent) => ((sent.ctl & SYN) === 0 ? [] : [{ ...sent, len: 0 }]));
  snd.nxt = snd.queue.length === 0 ? snd.una : seqAdd(tcb.iss, 1);
  if (snd.queue.length === 0) stopTimer(run, 'retransmission', 'fast-open-again');
}
