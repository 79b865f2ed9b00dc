/** RFC 9293 3.10.7.2: a segment arrives in LISTEN. With the server's side of RFC 7413, and RFC 4987 3.6, where on. */
import { NONE, type Octets, sameOctets } from '../../octets.ts';
import { type Seq, seqAdd } from '../../seq.ts';
import { agree } from '../negotiate.ts';
import { optionOf } from '../option.ts';
import { chooseIss, drop, enter, oweReset, type Run } from '../run.ts';
import { ACK, RST, type Segment, SYN } from '../segment.ts';
import { beginReceiving } from './firstSyn.ts';
import { arrivesInOtherStates } from './otherStates.ts';
import { behindSyn } from './sequence.ts';
import { holdText, take } from './text.ts';

/** `cookie` is what this host gives to this peer; NONE: it gives none. */
export function arrivesInListen(run: Run, seg: Segment, iss: Seq, cookie: Octets): void {
  const { tcb } = run;
  // First, check for a RST: it cannot answer anything that this connection sent.
  if ((seg.ctl & RST) !== 0) {
    drop(run, 'listen-ignores-rst');
    return;
  }
  // Second, check for an ACK: nothing was sent that it could acknowledge, but perhaps a cookie.
  if ((seg.ctl & ACK) !== 0) {
    if (tcb.config.synCookies && (seg.ctl & SYN) === 0 && seqAdd(seg.ack, -1) === iss) {
      openByCookie(run, seg, iss);
      return;
    }
    oweReset(run, seg, 'listen-resets-ack');
    drop(run, 'listen-resets-ack');
    return;
  }
  // Third, check for a SYN. (Security is left out: A.1.)
  if ((seg.ctl & SYN) !== 0) {
    beginReceiving(run, seg);
    agree(run, seg);
    chooseIss(run, iss);
    tcb.snd.wnd = seg.wnd;
    tcb.snd.maxWnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.opened = 'passively';
    tcb.owed.syn = 'listen-answers-syn';
    enter(run, 'SYN-RECEIVED', 'listen-answers-syn');
    const rest = behindSyn(run, seg);
    const taken = fastOpens(run, seg, cookie);
    if (taken) take(run, rest.data);
    // "Any other control or text should be queued for processing later."
    holdText(run, taken ? { ...rest, seq: tcb.rcv.nxt, data: NONE } : rest);
    return;
  }
  // Fourth, other data or control: it should have had an ACK.
  drop(run, 'listen-drops-rest');
}

/** RFC 4987 3.6: the connection is made as if its SYN had been kept; of its options nothing is known any more. */
function openByCookie(run: Run, seg: Segment, iss: Seq): void {
  const { tcb } = run;
  const syn: Segment = { ...seg, seq: seqAdd(seg.seq, -1), ctl: SYN, up: 0, options: [], data: NONE };
  beginReceiving(run, syn);
  agree(run, syn);
  chooseIss(run, iss);
  tcb.snd.nxt = seqAdd(iss, 1);
  tcb.snd.max = tcb.snd.nxt;
  tcb.snd.wl1 = syn.seq;
  enter(run, 'SYN-RECEIVED', 'cookie-opens');
  arrivesInOtherStates(run, seg);
}

/** RFC 7413 4.2: whether the SYN's text may be taken at once. Who has no good cookie gets one by the SYN,ACK. */
function fastOpens(run: Run, seg: Segment, cookie: Octets): boolean {
  const option = optionOf(seg.options, 'fastOpen');
  if (!run.tcb.config.fastOpen || option === null || cookie.length === 0) return false;
  if (sameOctets(option.cookie, cookie)) {
    run.tcb.fastOpen = { option: null, accepted: true };
    run.tcb.owed.syn = 'fast-open-accepted';
    return true;
  }
  run.tcb.fastOpen = { option: { type: 'fastOpen', cookie }, accepted: false };
  run.tcb.owed.syn = 'fast-open-cookie';
  return false;
}
