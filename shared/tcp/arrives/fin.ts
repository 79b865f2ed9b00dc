/** RFC 9293 3.10.7.4, eighth: check the FIN bit. */
import { seqAdd, seqGt } from '../../seq.ts';
import { enter, oweAck, type Run, signal, startTimer } from '../run.ts';
import { FIN, type Segment } from '../segment.ts';
import { enterTimeWait } from './ack.ts';
import { holdText, mayReceiveText } from './text.ts';

export function checkFin(run: Run, seg: Segment): void {
  if ((seg.ctl & FIN) === 0) return;
  const { tcb } = run;
  const number = seqAdd(seg.seq, seg.data.length);
  // A FIN beyond a gap is kept, not obeyed. One with text was kept together with it.
  if (seqGt(number, tcb.rcv.nxt)) {
    if (mayReceiveText(tcb.state)) holdText(run, seg);
    oweAck(run, 'out-of-order');
  } else if (number === tcb.rcv.nxt) {
    processFin(run);
  }
}

/** The FIN is the next number: RCV.NXT steps over it, and it is acknowledged at once. */
export function processFin(run: Run): void {
  const { tcb } = run;
  tcb.rcv.nxt = seqAdd(tcb.rcv.nxt, 1);
  if (tcb.rcv.wnd > 0) tcb.rcv.wnd -= 1;
  // Nothing comes after it; of what was held, all that counts was before.
  tcb.rcv.held = [];
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
    case 'TIME-WAIT':
      startTimer(run, 'timeWait', 2 * tcb.config.msl, 'time-wait-restart');
      return;
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'CLOSE-WAIT':
    case 'CLOSING':
    case 'LAST-ACK':
      return;
  }
}
