/** The user calls: RFC 9293 3.10.1 to 3.10.6. Errors are in the RFC's words. */
import { concat, type Octets } from '../octets.ts';
import { type Seq, seqGt } from '../seq.ts';
import { assertNever } from '../result.ts';
import { mayReceiveText, openWindow } from './arrives/text.ts';
import type { ClauseId } from './clauses.ts';
import type { CallError } from './effect.ts';
import type { UserCall } from './event.ts';
import { chooseIss, deleteTcb, enter, handOver, oweAck, type Run, signal } from './run.ts';
import { makeSegment, RST } from './segment.ts';
import { isSynchronized, textEnd } from './tcb.ts';

export function userCall(run: Run, call: UserCall): void {
  switch (call.type) {
    case 'OPEN':
      open(run, call.mode === 'active' ? call.iss : null);
      return;
    case 'SEND':
      send(run, call.data, call.urgent);
      return;
    case 'RECEIVE':
      receive(run, call.most);
      return;
    case 'CLOSE':
      close(run);
      return;
    case 'ABORT':
      abort(run);
      return;
    case 'STATUS':
      if (run.tcb.state === 'CLOSED') failCall(run, 'connection does not exist', 'call-no-connection');
      else run.effects.push({ type: 'status', state: run.tcb.state, clause: 'status' });
      return;
    default:
      assertNever(call);
  }
}

const failCall = (run: Run, error: CallError, clause: ClauseId): void => {
  run.effects.push({ type: 'callFailed', error, clause });
};

/** 3.10.1. `iss` is null for a passive OPEN. */
function open(run: Run, iss: Seq | null): void {
  const { tcb } = run;
  if (tcb.state !== 'CLOSED' && !(tcb.state === 'LISTEN' && iss !== null)) {
    failCall(run, 'connection already exists', 'open-exists');
    return;
  }
  if (iss === null) {
    tcb.opened = 'passively';
    enter(run, 'LISTEN', 'open-passive');
    return;
  }
  tcb.opened = 'actively';
  chooseIss(run, iss);
  tcb.owed.syn = 'open-active';
  enter(run, 'SYN-SENT', 'open-active');
}

/** 3.10.2. */
function send(run: Run, data: Octets, urgent: boolean): void {
  const { tcb } = run;
  switch (tcb.state) {
    case 'CLOSED':
      failCall(run, 'connection does not exist', 'call-no-connection');
      return;
    case 'LISTEN':
      failCall(run, 'remote socket unspecified', 'send-listen');
      return;
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      if (tcb.snd.closing) failCall(run, 'connection closing', 'send-closing');
      else {
        tcb.snd.text = concat(tcb.snd.text, data);
        if (urgent) tcb.snd.up = textEnd(tcb);
      }
      return;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      failCall(run, 'connection closing', 'send-closing');
  }
}

/** 3.10.3. Octets that are on hand are given out in every state; what else there is to say depends on it. */
function receive(run: Run, most: number): void {
  const { tcb } = run;
  const { unread } = tcb.rcv;
  if (unread.length > 0) {
    handOver(run, unread.subarray(0, most), 'receive');
    tcb.rcv.unread = unread.subarray(Math.min(most, unread.length));
    // The window may have become worth a word: 3.8.6.2.2.
    if (mayReceiveText(tcb.state) && openWindow(run)) oweAck(run, 'window-update');
    return;
  }
  if (tcb.state === 'CLOSED') failCall(run, 'connection does not exist', 'call-no-connection');
  else if (isSynchronized(tcb.state) && !mayReceiveText(tcb.state)) {
    failCall(run, 'connection closing', 'receive-closing');
  }
}

/** 3.10.4. */
function close(run: Run): void {
  const { tcb } = run;
  switch (tcb.state) {
    case 'CLOSED':
      failCall(run, 'connection does not exist', 'call-no-connection');
      return;
    case 'LISTEN':
    case 'SYN-SENT':
      deleteTcb(run, 'close-before-open');
      return;
    case 'SYN-RECEIVED':
      // "If no SENDs have been issued and there is no pending data": the FIN may go now. It waits while the
      // SYN,ACK itself has not left.
      if (!tcb.snd.closing && tcb.snd.text.length === 0 && tcb.owed.syn === null)
        enter(run, 'FIN-WAIT-1', 'close-sends-fin');
      tcb.snd.closing = true;
      return;
    case 'ESTABLISHED':
      tcb.snd.closing = true;
      if (tcb.rcv.unread.length > 0) resetForUnread(run);
      else enter(run, 'FIN-WAIT-1', 'close-sends-fin');
      return;
    case 'CLOSE-WAIT':
      if (tcb.rcv.unread.length > 0) resetForUnread(run);
      else if (tcb.snd.closing) failCall(run, 'connection closing', 'close-again');
      else tcb.snd.closing = true;
      return;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      failCall(run, 'connection closing', 'close-again');
  }
}

/** 3.6.1, SHLD-3: closing with octets unread would lose them silently, so the peer is told by a reset. */
function resetForUnread(run: Run): void {
  oweAbort(run, 'close-unread-resets');
  deleteTcb(run, 'close-unread-resets');
  run.tcb.rcv.unread = run.tcb.rcv.unread.subarray(0, 0);
}

/** 3.10.5. */
function abort(run: Run): void {
  const { state } = run.tcb;
  switch (state) {
    case 'CLOSED':
      failCall(run, 'connection does not exist', 'call-no-connection');
      return;
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      oweAbort(run, 'abort-resets');
      signal(run, 'reset', 'abort-resets');
      deleteTcb(run, 'abort-resets');
      return;
    case 'LISTEN':
    case 'SYN-SENT':
      signal(run, 'reset', 'abort-silent');
      deleteTcb(run, 'abort-silent');
      return;
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      deleteTcb(run, 'abort-silent');
  }
}

/** <SEQ=SND.NXT><CTL=RST>; past a window probe, so that the peer finds the number it expects. */
function oweAbort(run: Run, clause: ClauseId): void {
  const { nxt, max } = run.tcb.snd;
  const seq = seqGt(max, nxt) ? max : nxt;
  run.tcb.owed.resets = [...run.tcb.owed.resets, { segment: makeSegment({ seq, ctl: RST }), clause }];
}
