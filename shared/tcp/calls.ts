/** The user calls: RFC 9293 3.10.1 to 3.10.6. Errors are in the RFC's words. */
import { append, cut, NONE, type Octets } from '../octets.ts';
import { assertNever } from '../result.ts';
import { mayReceiveText, openWindow } from './arrives/text.ts';
import { startPatience } from './acknowledge.ts';
import type { ClauseId } from './clauses.ts';
import type { CallError } from './effect.ts';
import type { UserCall } from './event.ts';
import { chooseIss, deleteTcb, enter, handOver, oweAbort, oweAck, type Run, signal } from './run.ts';
import { consumed, isSynchronized, textEnd, urgentLeft } from './tcb.ts';

export function userCall(run: Run, call: UserCall): void {
  switch (call.type) {
    case 'OPEN':
      open(run, call);
      return;
    case 'SEND':
      send(run, call.data, call.urgent);
      return;
    case 'RECEIVE':
      receive(run, call.most);
      return;
    case 'CLOSE':
      close(run, run.tcb.rcv.unread.length > 0);
      return;
    case 'SHUTDOWN':
      shutdown(run, call.side);
      return;
    case 'ABORT':
      abort(run);
      return;
    case 'STATUS':
      if (run.tcb.state === 'CLOSED') failCall(run, 'connection does not exist', 'call-no-connection');
      else {
        const { state } = run.tcb;
        run.effects.push({ type: 'status', state, urgent: urgentLeft(run.tcb), clause: 'status' });
      }
      return;
    default:
      assertNever(call);
  }
}

const failCall = (run: Run, error: CallError, clause: ClauseId): void => {
  run.effects.push({ type: 'callFailed', error, clause });
};

/** 3.10.1. */
function open(run: Run, call: Extract<UserCall, { type: 'OPEN' }>): void {
  const { tcb } = run;
  if (tcb.state !== 'CLOSED' && !(tcb.state === 'LISTEN' && call.mode === 'active')) {
    failCall(run, 'connection already exists', 'open-exists');
    return;
  }
  // What an earlier connection left unread is not this one's.
  tcb.rcv.unread = NONE;
  if (call.mode === 'passive') {
    tcb.opened = 'passively';
    enter(run, 'LISTEN', 'open-passive');
    return;
  }
  tcb.opened = 'actively';
  chooseIss(run, call.iss);
  if (tcb.config.fastOpen && call.cookie !== undefined) {
    tcb.fastOpen = { option: { type: 'fastOpen', cookie: call.cookie }, accepted: false };
  }
  tcb.snd.text = call.data ?? NONE;
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
      queueText(run, data, urgent);
      return;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      failCall(run, 'connection closing', 'send-closing');
  }
}

/** Behind what was queued before; until ESTABLISHED it only waits. */
function queueText(run: Run, data: Octets, urgent: boolean): void {
  const { snd, config } = run.tcb;
  if (snd.closing) {
    failCall(run, 'connection closing', 'send-closing');
    return;
  }
  if (config.sndBuff !== null && snd.text.length + data.length > config.sndBuff) {
    failCall(run, 'insufficient resources', 'send-no-room');
    return;
  }
  snd.text = append(snd.text, data);
  if (run.tcb.timers.user === null && data.length > 0) startPatience(run, run.now);
  // The urgent pointer names the octet that follows the urgent data: MUST-62.
  if (urgent) snd.up = textEnd(run.tcb);
}

/** 3.10.3. Octets that are on hand are given out in every state; what else there is to say depends on it. */
function receive(run: Run, most: number): void {
  const { tcb } = run;
  const { unread } = tcb.rcv;
  if (unread.length > 0) {
    handOver(run, cut(unread, 0, most), 'receive');
    tcb.rcv.unread = cut(unread, Math.min(most, unread.length));
    if (urgentLeft(tcb) > 0) signal(run, 'urgent', 'receive-urgent');
    else tcb.rcv.up = consumed(tcb);
    // The window may have become worth a word: 3.8.6.2.2.
    if (mayReceiveText(tcb.state) && openWindow(run)) oweAck(run, 'window-update');
    return;
  }
  if (tcb.state === 'CLOSED') failCall(run, 'connection does not exist', 'call-no-connection');
  else if (tcb.rcv.shut || (isSynchronized(tcb.state) && !mayReceiveText(tcb.state))) {
    failCall(run, 'connection closing', 'receive-closing');
  } else failCall(run, 'insufficient resources', 'receive-not-queued');
}

/** 3.10.4. `loses`: octets are on hand that nobody will read. */
function close(run: Run, loses: boolean): void {
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
      if (tcb.snd.closing) failCall(run, 'connection closing', 'close-again');
      else if (tcb.snd.text.length === 0 && tcb.owed.syn === null) enter(run, 'FIN-WAIT-1', 'close-sends-fin');
      tcb.snd.closing = true;
      return;
    case 'ESTABLISHED':
      tcb.snd.closing = true;
      if (loses) resetForUnread(run);
      else enter(run, 'FIN-WAIT-1', 'close-sends-fin');
      return;
    case 'CLOSE-WAIT':
      if (loses) resetForUnread(run);
      else if (tcb.snd.closing) failCall(run, 'connection closing', 'close-again');
      else tcb.snd.closing = true;
      return;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
      // Our direction was shut before. 3.10.4 knows an error only, but SHLD-3 makes no difference between states.
      if (loses) resetForUnread(run);
      else failCall(run, 'connection closing', 'close-again');
      return;
    case 'TIME-WAIT':
      // 2MSL goes on (MUST-13), and the peer, which has our ACK of its FIN or will have it, is told nothing any more.
      failCall(run, 'connection closing', 'close-again');
  }
}

/** 3.6.1, SHLD-3: closing with octets unread would lose them silently, so the peer is told by a reset. */
function resetForUnread(run: Run): void {
  oweAbort(run, 'close-unread-resets');
  deleteTcb(run, 'close-unread-resets');
  run.tcb.rcv.unread = NONE;
}

/** One direction only: 3.6. Sending ends as by CLOSE; octets that come where nobody reads are thrown away. */
function shutdown(run: Run, side: 'send' | 'receive'): void {
  const { tcb } = run;
  if (side === 'send') close(run, false);
  else if (tcb.state === 'CLOSED') failCall(run, 'connection does not exist', 'call-no-connection');
  else {
    tcb.rcv.shut = true;
    tcb.rcv.unread = NONE;
    if (mayReceiveText(tcb.state) && openWindow(run)) oweAck(run, 'window-update');
  }
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
      deleteAll(run, 'abort-resets');
      return;
    case 'LISTEN':
    case 'SYN-SENT':
      signal(run, 'reset', 'abort-silent');
      deleteAll(run, 'abort-silent');
      return;
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      deleteAll(run, 'abort-silent');
  }
}

/** The user wants no more of it, unread octets included. */
function deleteAll(run: Run, clause: ClauseId): void {
  deleteTcb(run, clause);
  run.tcb.rcv.unread = NONE;
}
