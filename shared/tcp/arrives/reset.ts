/** RFC 9293 3.10.7.4, second: check the RST bit. With RFC 5961, section 3, where it is switched on. */
import { challenge, deleteTcb, drop, returnToListen, type Run, signal } from '../run.ts';
import { RST, type Segment } from '../segment.ts';
import type { Step } from './otherStates.ts';

export function checkReset(run: Run, seg: Segment): Step {
  const { tcb } = run;
  if ((seg.ctl & RST) === 0) return 'continue';
  if (tcb.state === 'TIME-WAIT' && tcb.config.rfc1337) {
    drop(run, 'time-wait-ignores-rst');
    return 'done';
  }
  // RFC 5961: only a RST at exactly RCV.NXT is believed; another one in the window is answered.
  if (tcb.config.rfc5961 && seg.seq !== tcb.rcv.nxt) {
    challenge(run, 'rst-challenge');
    return 'done';
  }
  obeyReset(run);
  return 'done';
}

function obeyReset(run: Run): void {
  switch (run.tcb.state) {
    case 'SYN-RECEIVED':
      if (run.tcb.opened === 'passively') {
        returnToListen(run, 'syn-received-rst-listen');
        return;
      }
      signal(run, 'refused', 'syn-received-rst-refused');
      deleteTcb(run, 'syn-received-rst-refused');
      return;
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      signal(run, 'reset', 'rst-obeyed');
      deleteTcb(run, 'rst-obeyed');
      return;
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      deleteTcb(run, 'rst-obeyed-closing');
      return;
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
      throw new Error(`${run.tcb.state} has its own subsection`);
  }
}
