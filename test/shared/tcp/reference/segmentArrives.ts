/**
 * The reference model: RFC 9293 3.10.7, written from its text and from nothing else. It takes from the engine only the
 * shape of a segment and the arithmetic of sequence numbers, so where both agree, two readings agree.
 * Security (the third step) is left out: there is none (A.1).
 */
import { seqAdd, seqGt, seqLe, type Seq } from '../../../../shared/seq.ts';
import { ACK, FIN, RST, type Segment, SYN, URG, withoutSyn } from '../../../../shared/tcp/segment.ts';
import { acknowledge, close, drop, enter, owesAck, send, sendReset, takeWindow } from './acts.ts';
import type { Arrival, Endpoint, Kept, Next, Rules } from './endpoint.ts';
import { otherStates } from './otherStates.ts';
import { fromTheSixthStep } from './textAndFin.ts';

/** What `seg` makes `endpoint` do. The endpoint that is given stays as it is. */
export function segmentArrives(endpoint: Endpoint, seg: Segment, rules: Rules, iss: Seq): Arrival {
  const a: Arrival = {
    e: { ...endpoint },
    rules,
    iss,
    seg,
    urgent: (seg.ctl & URG) === 0 ? null : seqAdd(seg.seq, seg.up),
    acts: [],
    because: new Set(),
    dropped: 0,
    ack: null,
    lingers: false,
  };
  if (a.e.state === 'CLOSED') closedState(a);
  else if (a.e.state === 'LISTEN') listenState(a);
  else if (a.e.state === 'SYN-SENT') synSentState(a);
  else otherStates(a);
  if (a.ack !== null) {
    a.because.add(a.ack);
    send(a, ACK, a.e.nxt, a.e.rcvNxt);
  }
  return a;
}

const has = (a: Arrival, bit: number): boolean => (a.seg.ctl & bit) !== 0;

/** 3.10.7.1. CLOSED STATE. "all data in the incoming segment is discarded" */
function closedState(a: Arrival): Next {
  if (has(a, RST)) return drop(a, 'closed: a RST');
  sendReset(a);
  return drop(a, 'closed: no RST');
}

/** 3.10.7.2. LISTEN STATE */
function listenState(a: Arrival): Next {
  const { e } = a;
  // First, check for a RST.
  if (has(a, RST)) return drop(a, 'listen first');
  // Second, check for an ACK.
  if (has(a, ACK)) {
    sendReset(a);
    return drop(a, 'listen second');
  }
  // Third, check for a SYN.
  if (has(a, SYN)) {
    takeTheirSyn(a);
    e.iss = a.iss;
    e.nxt = seqAdd(e.iss, 1);
    e.una = e.iss;
    e.textEnd = e.nxt;
    e.passive = true;
    // The window of the SYN is not named here; 3.10.7.3 names it for the SYN of a simultaneous open.
    takeWindow(a);
    send(a, SYN | ACK, e.iss, e.rcvNxt);
    a.because.add('timer starts');
    enter(a, 'SYN-RECEIVED', 'listen third');
    return 'return';
  }
  // Fourth, other data or control.
  return drop(a, 'listen fourth');
}

/** "Set RCV.NXT to SEG.SEQ+1, IRS is set to SEG.SEQ, and any other control or text should be queued for later" */
function takeTheirSyn(a: Arrival): void {
  const { e, seg } = a;
  e.rcvNxt = seqAdd(seg.seq, 1);
  e.irs = seg.seq;
  e.rcvUp = e.rcvNxt;
  e.kept = keptOf(withoutSyn(seg));
}

function keptOf(seg: Segment): readonly Kept[] {
  const fin = (seg.ctl & FIN) !== 0;
  const urgent = (seg.ctl & URG) === 0 ? null : seqAdd(seg.seq, seg.up);
  if (seg.data.length === 0 && !fin && urgent === null) return [];
  return [{ seq: seg.seq, text: seg.data, fin, urgent }];
}

/** 3.10.7.3. SYN-SENT STATE */
function synSentState(a: Arrival): Next {
  const { e, seg } = a;
  // First, check the ACK bit.
  if (has(a, ACK) && (seqLe(seg.ack, e.iss) || seqGt(seg.ack, e.nxt))) {
    if (!has(a, RST)) sendReset(a);
    return drop(a, 'syn-sent first');
  }
  // Second, check the RST bit. Ruling h: nothing is expected yet, so SEG.SEQ cannot be RCV.NXT.
  if (has(a, RST)) {
    if (!has(a, ACK)) return drop(a, 'syn-sent second, no ACK');
    a.acts.push({ type: 'signal', signal: 'refused' });
    return close(a, 'syn-sent second, ACK acceptable');
  }
  // Fourth, check the SYN bit.
  if (has(a, SYN)) {
    takeTheirSyn(a);
    // In both cases: 3.10.7.3 forgets the window where our SYN has been ACKed.
    takeWindow(a);
    if (has(a, ACK)) acknowledge(a, seg.ack);
    if (seqGt(e.una, e.iss)) {
      enter(a, 'ESTABLISHED', 'syn-sent fourth, our SYN has been ACKed');
      owesAck(a, 'syn-sent fourth, our SYN has been ACKed');
      e.kept = [];
      a.seg = withoutSyn(seg);
      return fromTheSixthStep(a);
    }
    e.passive = false;
    enter(a, 'SYN-RECEIVED', 'syn-sent fourth, otherwise');
    send(a, SYN | ACK, e.iss, e.rcvNxt);
    return 'return';
  }
  // Fifth, neither SYN nor RST.
  return drop(a, 'syn-sent fifth');
}
