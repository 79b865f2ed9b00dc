/**
 * The sentences of RFC 9293 that the reference model carries out, word for word, and the clause of the engine's table
 * that says the same. `section` is where the sentence stands. Where the project departs from the text or fills a hole,
 * `ruling` says so, and the sentence is the nearest one.
 */
import type { ClauseId } from '../../../../shared/tcp/clauses.ts';

export interface Sentence {
  readonly section: string;
  readonly says: string;
  readonly clause: ClauseId;
  readonly ruling?: string;
}

const closed = '3.10.7.1';
const listen = '3.10.7.2';
const synSent = '3.10.7.3';
const other = '3.10.7.4';

const opening = {
  'closed: a RST': {
    section: closed,
    says: 'An incoming segment containing a RST is discarded.',
    clause: 'closed-ignores-rst',
  },
  'closed: no RST': {
    section: closed,
    says: 'An incoming segment not containing a RST causes a RST to be sent in response.',
    clause: 'closed-answers-rst',
  },
  'listen first': {
    section: listen,
    says: 'An incoming RST should be ignored.',
    clause: 'listen-ignores-rst',
  },
  'listen second': {
    section: listen,
    says: 'An acceptable reset segment should be formed for any arriving ACK-bearing segment.',
    clause: 'listen-resets-ack',
  },
  'listen third': {
    section: listen,
    says: 'ISS should be selected and a SYN segment sent of the form: <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>',
    clause: 'listen-answers-syn',
  },
  'listen fourth': {
    section: listen,
    says: 'This should not be reached. Drop the segment and return.',
    clause: 'listen-drops-rest',
  },
  'syn-sent first': {
    section: synSent,
    says: 'If SEG.ACK =< ISS or SEG.ACK > SND.NXT, send a reset (unless the RST bit is set, if so drop the segment and return)',
    clause: 'syn-sent-resets-bad-ack',
  },
  'syn-sent second, ACK acceptable': {
    section: synSent,
    says: 'If the ACK was acceptable, then signal to the user "error: connection reset", drop the segment, enter CLOSED state, delete TCB, and return.',
    clause: 'syn-sent-refused',
    ruling: 'After an active OPEN the user hears "refused" (DESIGN.md).',
  },
  'syn-sent second, no ACK': {
    section: synSent,
    says: 'Otherwise (no ACK), drop the segment and return.',
    clause: 'syn-sent-ignores-rst',
  },
  'syn-sent fourth, our SYN has been ACKed': {
    section: synSent,
    says: 'If SND.UNA > ISS (our SYN has been ACKed), change the connection state to ESTABLISHED, form an ACK segment <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
    clause: 'syn-sent-established',
  },
  'syn-sent fourth, otherwise': {
    section: synSent,
    says: 'Otherwise, enter SYN-RECEIVED, form a SYN,ACK segment <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>',
    clause: 'simultaneous-open',
  },
  'syn-sent fifth': {
    section: synSent,
    says: 'Fifth, if neither of the SYN or RST bits is set, then drop the segment and return.',
    clause: 'syn-sent-drops-rest',
  },
} as const satisfies Record<string, Sentence>;

const sequenceAndReset = {
  'first: not acceptable': {
    section: other,
    says: 'If an incoming segment is not acceptable, an acknowledgment should be sent in reply (unless the RST bit is set, if so drop the segment and return): <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
    clause: 'unacceptable-segment',
  },
  'first: not acceptable, the SYN again': {
    section: other,
    says: 'If an incoming segment is not acceptable, an acknowledgment should be sent in reply (unless the RST bit is set, if so drop the segment and return): <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
    clause: 'repeated-syn',
  },
  'first: RST': {
    section: other,
    says: 'unless the RST bit is set, if so drop the segment and return',
    clause: 'rst-outside-window',
  },
  'first: window zero': {
    section: other,
    says: 'If the RCV.WND is zero, no segments will be acceptable, but special allowance should be made to accept valid ACKs, URGs, and RSTs.',
    clause: 'zero-window-answer',
  },
  'first: held': {
    section: other,
    says: 'Segments with higher beginning sequence numbers SHOULD be held for later processing (SHLD-31).',
    clause: 'out-of-order',
  },
  'second: RFC 1337': {
    section: other,
    says: 'If the RST bit is set, then enter the CLOSED state, delete the TCB, and return.',
    clause: 'time-wait-ignores-rst',
    ruling: 'RFC 1337, fix F1: "Ignore RST segments in TIME-WAIT state." (ruling d)',
  },
  'second: challenge': {
    section: other,
    says: 'If the RST bit is set and the sequence number does not exactly match the next expected sequence value, yet is within the current receive window, TCP endpoints MUST send an acknowledgment (challenge ACK)',
    clause: 'rst-challenge',
  },
  'second: passive OPEN': {
    section: other,
    says: 'If this connection was initiated with a passive OPEN (i.e., came from the LISTEN state), then return this connection to LISTEN state and return.',
    clause: 'syn-received-rst-listen',
  },
  'second: active OPEN': {
    section: other,
    says: 'If this connection was initiated with an active OPEN (i.e., came from SYN-SENT state), then the connection was refused; signal the user "connection refused".',
    clause: 'syn-received-rst-refused',
  },
  'second: reset': {
    section: other,
    says: 'Users should also receive an unsolicited general "connection reset" signal. Enter the CLOSED state, delete the TCB, and return.',
    clause: 'rst-obeyed',
  },
  'second: closing states': {
    section: other,
    says: 'If the RST bit is set, then enter the CLOSED state, delete the TCB, and return.',
    clause: 'rst-obeyed-closing',
  },
} as const satisfies Record<string, Sentence>;

const synAndAck = {
  'fourth: passive OPEN': {
    section: other,
    says: 'If the connection was initiated with a passive OPEN, then return this connection to the LISTEN state and return.',
    clause: 'syn-received-syn-listen',
  },
  'fourth: challenge': {
    section: other,
    says: 'RFC 5961 recommends that in these synchronized states, if the SYN bit is set, irrespective of the sequence number, TCP endpoints MUST send a "challenge ACK" to the remote peer:',
    clause: 'syn-challenge',
  },
  'fourth: RFC 793': {
    section: other,
    says: 'If the SYN is in the window it is an error: send a reset, any outstanding RECEIVEs and SEND should receive "reset" responses,',
    clause: 'syn-in-window-resets',
  },
  'fourth: reopen': {
    section: '3.6.1',
    says: 'However, it MAY accept a new SYN from the remote TCP endpoint to reopen the connection directly from TIME-WAIT state (MAY-2), if it:',
    clause: 'time-wait-reopen',
  },
  'fifth: no ACK bit': {
    section: other,
    says: 'if the ACK bit is off, drop the segment and return',
    clause: 'ack-bit-off',
  },
  'fifth: RFC 5961, too old': {
    section: other,
    says: "All incoming segments whose ACK value doesn't satisfy the above condition MUST be discarded and an ACK sent back.",
    clause: 'ack-too-old',
  },
  'fifth: SYN-RECEIVED, acceptable': {
    section: other,
    says: 'If SND.UNA < SEG.ACK =< SND.NXT, then enter ESTABLISHED state and continue processing with the variables below set to:',
    clause: 'syn-received-established',
  },
  'fifth: SYN-RECEIVED, not acceptable': {
    section: other,
    says: 'If the segment acknowledgment is not acceptable, form a reset segment <SEQ=SEG.ACK><CTL=RST>',
    clause: 'syn-received-resets-bad-ack',
  },
  'fifth: SENT and fully acknowledged': {
    section: other,
    says: 'Users should receive positive acknowledgments for buffers that have been SENT and fully acknowledged',
    clause: 'send-acknowledged',
  },
  'fifth: too new': {
    section: other,
    says: 'If the ACK acks something not yet sent (SEG.ACK > SND.NXT), then send an ACK, drop the segment, and return.',
    clause: 'ack-too-new',
  },
  'fifth: FIN-WAIT-1': {
    section: other,
    says: 'In addition to the processing for the ESTABLISHED state, if the FIN segment is now acknowledged, then enter FIN-WAIT-2 and continue processing in that state.',
    clause: 'fin-wait-1-acked',
  },
  'fifth: CLOSING': {
    section: other,
    says: 'In addition to the processing for the ESTABLISHED state, if the ACK acknowledges our FIN, then enter the TIME-WAIT state;',
    clause: 'closing-acked',
  },
  'fifth: CLOSING, otherwise': {
    section: other,
    says: 'otherwise, ignore the segment.',
    clause: 'closing-ignores',
  },
  'fifth: LAST-ACK': {
    section: other,
    says: 'If our FIN is now acknowledged, delete the TCB, enter the CLOSED state, and return.',
    clause: 'last-ack-closed',
  },
  'fifth: TIME-WAIT': {
    section: other,
    says: 'The only thing that can arrive in this state is a retransmission of the remote FIN. Acknowledge it, and restart the 2 MSL timeout.',
    clause: 'time-wait-restart',
    ruling: 'Such a FIN fails the first step; it restarts 2MSL there. Without an ACK bit it is ignored. (ruling c)',
  },
} as const satisfies Record<string, Sentence>;

const textAndFin = {
  sixth: {
    section: other,
    says: 'If the URG bit is set, RCV.UP <- max(RCV.UP,SEG.UP), and signal the user that the remote side has urgent data if the urgent pointer (RCV.UP) is in advance of the data consumed.',
    clause: 'urgent-signal',
    ruling: 'Whenever it advances (MUST-32), though this paragraph goes on to tell only once.',
  },
  'seventh: deliver': {
    section: other,
    says: 'Once in the ESTABLISHED state, it is possible to deliver segment data to user RECEIVE buffers.',
    clause: 'text-delivered',
  },
  'seventh: acknowledge': {
    section: other,
    says: 'When the TCP endpoint takes responsibility for delivering the data to the user, it must also acknowledge the receipt of the data.',
    clause: 'text-acknowledged',
  },
  'seventh: fills a gap': {
    section: '3.8.6.3',
    says: 'including recommendations to immediately acknowledge out-of-order segments, segments above a gap in sequence space, or segments that fill all or part of a gap, in order to accelerate loss recovery.',
    clause: 'gap-filled',
  },
  'seventh: after the FIN': {
    section: other,
    says: 'This should not occur since a FIN has been received from the remote side. Ignore the segment text.',
    clause: 'text-after-fin',
  },
  'eighth: signal': {
    section: other,
    says: 'If the FIN bit is set, signal the user "connection closing" and return any pending RECEIVEs with same message,',
    clause: 'fin-signal',
  },
  'eighth: acknowledge': {
    section: other,
    says: 'advance RCV.NXT over the FIN, and send an acknowledgment for the FIN.',
    clause: 'fin-acknowledged',
  },
  'eighth: another FIN': {
    section: other,
    says: 'Remain in the CLOSE-WAIT state.',
    clause: 'another-fin',
    ruling: 'RCV.NXT does not advance a second time: "the sender will send no more data or control" (4, FIN).',
  },
  'eighth: CLOSE-WAIT': {
    section: other,
    says: 'Enter the CLOSE-WAIT state.',
    clause: 'fin-close-wait',
  },
  'eighth: CLOSING': {
    section: other,
    says: 'otherwise, enter the CLOSING state.',
    clause: 'fin-closing',
  },
  'eighth: TIME-WAIT': {
    section: other,
    says: 'Start the time-wait timer, turn off the other timers.',
    clause: 'fin-time-wait',
  },
  'eighth: TIME-WAIT again': {
    section: other,
    says: 'Remain in the TIME-WAIT state. Restart the 2 MSL time-wait timeout.',
    clause: 'time-wait-restart',
  },
} as const satisfies Record<string, Sentence>;

/** 3.8.1 leaves the timer to RFC 6298. */
const timers = {
  'timer starts': {
    section: '6298 5.1',
    says: 'Every time a packet containing data is sent (including a retransmission), if the timer is not running, start it running',
    clause: 'rto-start',
  },
  'timer stops': {
    section: '6298 5.2',
    says: 'When all outstanding data has been acknowledged, turn off the retransmission timer.',
    clause: 'rto-stop',
  },
  'timer again': {
    section: '6298 5.3',
    says: 'When an ACK is received that acknowledges new data, restart the retransmission timer',
    clause: 'rto-restart',
  },
} as const satisfies Record<string, Sentence>;

export const sentences = { ...opening, ...sequenceAndReset, ...synAndAck, ...textAndFin, ...timers };
export type SentenceId = keyof typeof sentences;
