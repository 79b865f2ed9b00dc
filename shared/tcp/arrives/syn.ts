/** RFC 9293 3.10.7.4, fourth: check the SYN bit. With RFC 5961, section 4, where it is switched on. */
import { challenge, deleteTcb, oweReset, returnToListen, type Run, signal } from '../run.ts';
import { type Segment, SYN } from '../segment.ts';
import type { Step } from './otherStates.ts';

/** `whole`: the segment as it came; a reset acknowledges all of it (3.5.2). */
export function checkSyn(run: Run, seg: Segment, whole: Segment): Step {
  const { tcb } = run;
  if ((seg.ctl & SYN) === 0) return 'continue';
  if (tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passively') {
    returnToListen(run, 'syn-received-syn-listen');
    return 'done';
  }
  if (tcb.config.rfc5961) {
    challenge(run, 'syn-challenge');
    return 'done';
  }
  // RFC 793: a SYN in the window is an error that ends the connection.
  oweReset(run, whole, 'syn-in-window-resets');
  signal(run, 'reset', 'syn-in-window-resets');
  deleteTcb(run, 'syn-in-window-resets');
  return 'done';
}
