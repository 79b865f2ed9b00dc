/** RFC 9293 3.10.7.4, the first five steps. The sixth to the eighth: textAndFin.ts. */
import { NONE } from '../../../../shared/octets.ts';
import { inWindow, seqAdd, seqDiff, seqGt, seqLe, seqLt, type Seq } from '../../../../shared/seq.ts';
import { ACK, FIN, RST, segLen, SYN, withoutSyn } from '../../../../shared/tcp/segment.ts';
import {
  ackAndDrop,
  acknowledge,
  backToListen,
  close,
  drop,
  enter,
  finAcked,
  owesAck,
  sendReset,
  takeWindow,
} from './acts.ts';
import type { Arrival, Endpoint, Next } from './endpoint.ts';
import { fromTheSixthStep } from './textAndFin.ts';

const has = (a: Arrival, bit: number): boolean => (a.seg.ctl & bit) !== 0;

export function otherStates(a: Arrival): Next {
  if (mayReopen(a) === 'return') return 'return';
  if (sequenceNumber(a) === 'return') return 'return';
  if (rstBit(a) === 'return') return 'return';
  if (synBit(a) === 'return') return 'return';
  trimOld(a);
  if (ackField(a) === 'return') return 'return';
  return fromTheSixthStep(a);
}

/** MAY-2 of 3.6.1, and RFC 1122 4.2.2.13: a SYN beyond RCV.NXT is no old duplicate. Before the sequence check. */
function mayReopen(a: Arrival): Next {
  const { e, seg, rules } = a;
  if (e.state !== 'TIME-WAIT' || !rules.reopen || (seg.ctl & (SYN | ACK | RST)) !== SYN) return 'go on';
  if (!seqGt(seg.seq, e.rcvNxt)) return 'go on';
  a.acts.push({ type: 'reopen', above: e.nxt });
  return close(a, 'fourth: reopen');
}

/** Table 6. `len`: SEG.LEN. */
function acceptable({ rcvNxt, rcvWnd }: Endpoint, seq: Seq, len: number): boolean {
  if (len === 0) return rcvWnd === 0 ? seq === rcvNxt : inWindow(seq, rcvNxt, rcvWnd);
  if (rcvWnd === 0) return false;
  return inWindow(seq, rcvNxt, rcvWnd) || inWindow(seqAdd(seq, len - 1), rcvNxt, rcvWnd);
}

/** First, check sequence number. */
function sequenceNumber(a: Arrival): Next {
  const { e, rules } = a;
  // 3.5.3: "all reset (RST) segments are validated by checking their SEQ fields", whatever text comes with them.
  if (has(a, RST)) return acceptable(e, a.seg.seq, 0) ? 'go on' : drop(a, 'first: RST');
  const repeatsSyn = e.state === 'SYN-RECEIVED' && has(a, SYN) && a.seg.seq === e.irs;
  // Appendix A.2 and ruling b: the SYN,ACK of a simultaneous open brings the ACK of our SYN.
  if (repeatsSyn && !e.passive && has(a, ACK) && rules.relaxedOpen) {
    a.seg = withoutSyn(a.seg);
    return 'go on';
  }
  // Ruling a: any other SYN with IRS is the old one again, whatever text it brings; that text is queued already.
  if (repeatsSyn) return ackAndDrop(a, 'first: not acceptable, the SYN again');
  const { seg } = a;
  const len = segLen(seg);
  if (acceptable(e, seg.seq, len)) return 'go on';
  // "special allowance should be made to accept valid ACKs, URGs, and RSTs"
  if (e.rcvWnd === 0 && seg.seq === e.rcvNxt && !has(a, SYN)) {
    owesAck(a, 'first: window zero');
    a.seg = { ...seg, data: NONE, ctl: seg.ctl & ~FIN };
    return 'go on';
  }
  // Ruling c: "a retransmission of the remote FIN. Acknowledge it, and restart the 2 MSL timeout."
  if (e.state === 'TIME-WAIT' && has(a, FIN) && seqAdd(seg.seq, len) === e.rcvNxt) {
    if (!has(a, ACK)) return drop(a, 'first: not acceptable');
    a.because.add('fifth: TIME-WAIT');
    a.lingers = true;
  }
  return ackAndDrop(a, 'first: not acceptable');
}

/** Second, check the RST bit. */
function rstBit(a: Arrival): Next {
  const { e, seg, rules } = a;
  if (!has(a, RST)) return 'go on';
  if (e.state === 'TIME-WAIT' && rules.rfc1337) return drop(a, 'second: RFC 1337');
  if (rules.rfc5961 && seg.seq !== e.rcvNxt) return ackAndDrop(a, 'second: challenge');
  switch (e.state) {
    case 'SYN-RECEIVED':
      if (e.passive) return backToListen(a, 'second: passive OPEN');
      a.acts.push({ type: 'signal', signal: 'refused' });
      return close(a, 'second: active OPEN');
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return close(a, 'second: closing states');
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      a.acts.push({ type: 'signal', signal: 'reset' });
      return close(a, 'second: reset');
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
      throw new Error('not one of the other states');
  }
}

/** Fourth, check the SYN bit. */
function synBit(a: Arrival): Next {
  const { e, seg, rules } = a;
  if (!has(a, SYN)) return 'go on';
  const inside = inWindow(seg.seq, e.rcvNxt, e.rcvWnd);
  if (e.state === 'SYN-RECEIVED' && e.passive) {
    if (inside) return backToListen(a, 'fourth: passive OPEN');
  } else if (rules.rfc5961) {
    return ackAndDrop(a, 'fourth: challenge');
  } else if (inside) {
    sendReset(a);
    a.acts.unshift({ type: 'signal', signal: 'reset' });
    return close(a, 'fourth: RFC 793');
  }
  a.seg = withoutSyn(seg);
  return 'go on';
}

/**
 * "the idealized segment that begins at RCV.NXT": what is old is trimmed off. RST and SYN are judged by their own
 * numbers, so this comes after them; what lies beyond the right edge is cut at the seventh step.
 */
function trimOld(a: Arrival): void {
  const { e, seg } = a;
  const old = seqDiff(e.rcvNxt, seg.seq);
  if (old > 0) a.seg = { ...seg, seq: e.rcvNxt, data: seg.data.subarray(old) };
}

/** Fifth, check the ACK field. */
function ackField(a: Arrival): Next {
  const { e, seg, rules } = a;
  if (!has(a, ACK)) return drop(a, 'fifth: no ACK bit');
  if (e.state === 'SYN-RECEIVED') return ackInSynReceived(a);
  if (rules.rfc5961 && seqLt(seg.ack, seqAdd(e.una, -e.maxWnd))) return ackAndDrop(a, 'fifth: RFC 5961, too old');
  // In TIME-WAIT by 3.5.2, group 3: "unacceptable acknowledgment number".
  if (seqGt(seg.ack, e.nxt)) return ackAndDrop(a, 'fifth: too new');
  if (e.state === 'TIME-WAIT') return 'go on';
  asInEstablished(a);
  if (e.state === 'FIN-WAIT-1' && finAcked(e)) enter(a, 'FIN-WAIT-2', 'fifth: FIN-WAIT-1');
  if (e.state === 'CLOSING') {
    if (!finAcked(e)) return drop(a, 'fifth: CLOSING, otherwise');
    enter(a, 'TIME-WAIT', 'fifth: CLOSING');
    a.lingers = true;
  }
  if (e.state === 'LAST-ACK' && finAcked(e)) return close(a, 'fifth: LAST-ACK');
  return 'go on';
}

/**
 * SYN-RECEIVED STATE. 3.5.2, group 2, wants a reset for every unacceptable ACK in a non-synchronized state; so it is
 * sent before RFC 5961's range could ask for an ACK instead.
 */
function ackInSynReceived(a: Arrival): Next {
  const { e, seg } = a;
  if (!seqLt(e.una, seg.ack) || !seqLe(seg.ack, e.nxt)) {
    sendReset(a);
    return drop(a, 'fifth: SYN-RECEIVED, not acceptable');
  }
  acknowledge(a, seg.ack);
  takeWindow(a);
  enter(a, 'ESTABLISHED', 'fifth: SYN-RECEIVED, acceptable');
  return 'go on';
}

/** ESTABLISHED STATE of the fifth step: SND.UNA, then the window. */
function asInEstablished(a: Arrival): void {
  const { e, seg } = a;
  const isNew = seqLt(e.una, seg.ack);
  const isLatest = seqLt(e.wl1, seg.seq) || (e.wl1 === seg.seq && seqLe(e.wl2, seg.ack));
  const counts = seqLe(e.una, seg.ack);
  acknowledge(a, seg.ack);
  // 3.8.6's refinement: "act on the window information from segments that carry the highest acknowledgment number".
  if (counts && (isLatest || isNew)) takeWindow(a);
}
