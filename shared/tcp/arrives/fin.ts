/** RFC 9293 3.10.7.4, eighth: check the FIN bit. */
import { seqAdd, seqGt, seqLt } from '../../seq.ts';
import { drop, enter, oweAck, type Run, signal, startTimer } from '../run.ts';
import { FIN, type Segment } from '../segment.ts';
import { enterTimeWait } from './ack.ts';
import { holdText, mayReceiveText } from './text.ts';

export function checkFin(run: Run, seg: Segment): void {
  if ((seg.ctl & FIN) === 0) return;
  const { tcb } = run;
  const number = seqAdd(seg.seq, seg.data.length);
  if (!mayReceiveText(tcb.state)) {
    if (!seqLt(number, tcb.rcv.nxt)) anotherFin(run, seg);
    return;
  }
  // A FIN beyond a gap is kept, not obeyed. One with text was kept together with it.
  if (seqGt(number, tcb.rcv.nxt)) {
    holdText(run, seg);
    oweAck(run, 'out-of-order');
  } else if (number === tcb.rcv.nxt) {
    processFin(run);
  }
}

/**
 * A FIN at a number after the FIN that was processed. Departs from 3.10.7.4, eighth, which lets every FIN advance
 * RCV.NXT: because the FIN says that "the sender will send no more data or control occupying sequence space" (4), there
 * is one in a stream. The FIN that is meant where a state remains what it is, is that one, repeated; its number fails
 * the first step. Another one is acknowledged as repeated text would be, and RCV.NXT stays. Linux ignores it as well.
 */
function anotherFin(run: Run, seg: Segment): void {
  const { tcb } = run;
  if (tcb.state === 'TIME-WAIT') startTimer(run, 'timeWait', 2 * tcb.config.msl, 'time-wait-restart');
  oweAck(run, 'another-fin');
  // Text before it was dropped in the seventh step.
  if (seg.data.length === 0) drop(run, 'another-fin');
}

/** The FIN is the next number: RCV.NXT steps over it, and it is acknowledged at once. */
export function processFin(run: Run): void {
  const { tcb } = run;
  tcb.rcv.nxt = seqAdd(tcb.rcv.nxt, 1);
  tcb.rcv.wnd -= 1;
  // Nothing comes after it; of what was held, all that counts was before.
  tcb.rcv.held = null;
  signal(run, 'closing', 'fin-signal');
  oweAck(run, 'fin-acknowledged');
  switch (tcb.state) {
    case 'ESTABLISHED':
      enter(run, 'CLOSE-WAIT', 'fin-close-wait');
      return;
    case 'FIN-WAIT-1':
      // "If our FIN has been ACKed (perhaps in this segment)", the fifth step made this FIN-WAIT-2 already.
      enter(run, 'CLOSING', 'fin-closing');
      return;
    case 'FIN-WAIT-2':
      enterTimeWait(run, 'fin-time-wait');
      return;
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'CLOSE-WAIT':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      throw new Error(`${tcb.state} does not wait for a FIN`);
  }
}
