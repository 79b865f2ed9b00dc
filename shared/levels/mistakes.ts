/**
 * What somebody would do who believes each of the forty misconceptions, where another move is right: the wrong move
 * that the rule in `judge/rules` is meant for, made without looking at the rule. null: the belief changes nothing
 * here. Mastery counts by it which decisions were an opportunity for which misconception.
 */
import { moveOf } from '../judge/forms.ts';
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { Exchange } from '../judge/moment.ts';
import type { Move, SendMove } from '../judge/move.ts';
import { seqAdd, seqDiff, toSeq } from '../seq.ts';
import { again } from '../tcp/form.ts';
import { firstHeld, heldEnd } from '../tcp/held.ts';
import { ACK, dataSeq, FIN, type Flag, RST, segLen, SYN } from '../tcp/segment.ts';
import { finSent, isSynchronized, type Tcb, textEnd } from '../tcp/tcb.ts';

export interface Step extends Exchange {
  readonly tcb: Tcb;
  /** What is to be done. */
  readonly right: Move;
}

type Mistake = (at: Step & { readonly send: SendMove | null }) => Move | null;
const wait: Move = { type: 'wait' };
const send = (flags: readonly Flag[], seq: number, ack: number | null): SendMove => ({
  type: 'send',
  flags,
  seq: toSeq(seq),
  ack: ack === null ? null : toSeq(ack),
  payload: null,
});
const is = (move: SendMove | null, flag: Flag): boolean => move?.flags.includes(flag) === true;
const without = (move: SendMove, flag: Flag): SendMove => ({
  ...move,
  flags: move.flags.filter((one) => one !== flag),
});
const withFlag = (move: SendMove, flag: Flag): SendMove => ({
  ...move,
  flags: [flag, ...move.flags.filter((one) => one !== flag)],
});
const withSeq = (move: SendMove, seq: number): SendMove => ({ ...move, seq: toSeq(seq) });
const withAck = (move: SendMove, ack: number): SendMove => ({ ...move, ack: toSeq(ack) });
const pureAck = ({ snd, rcv }: Tcb): SendMove => send(['ACK'], snd.nxt, rcv.nxt);
const payload = ({ iss, snd }: Tcb, length: number): SendMove['payload'] => ({
  offset: seqDiff(snd.nxt, seqAdd(iss, 1)) >>> 0,
  length,
});
/** The step is an ordinary segment of the connection: not a SYN, not a RST. */
const plain = (move: SendMove | null): SendMove | null =>
  move !== null && move.ack !== null && !is(move, 'SYN') && !is(move, 'RST') ? move : null;
/** The step has an ack, and is no reset. */
const acking = (move: SendMove | null): SendMove | null =>
  move !== null && move.ack !== null && !is(move, 'RST') ? move : null;
const wrapped = (from: number, to: number): boolean => to < from;

export const mistakes: { readonly [id in MisconceptionId]: Mistake } = {
  'syn-forgotten': ({ tcb }) => (tcb.state === 'SYN-SENT' && tcb.owed.syn !== null ? send(['ACK'], tcb.iss, 0) : null),
  'ack-on-first-syn': ({ tcb, send: r }) =>
    r !== null && tcb.state === 'SYN-SENT' && is(r, 'SYN') ? { ...withFlag(r, 'ACK'), ack: 0 } : null,
  'bad-synack-accepted': ({ tcb, received }) =>
    tcb.state === 'SYN-SENT' && tcb.owed.resets.length > 0 && received !== null
      ? send(['ACK'], tcb.snd.nxt, received.seq + 1)
      : null,
  'syn-on-third': ({ tcb, sent, send: r }) =>
    r !== null && tcb.state === 'ESTABLISHED' && sent !== null && (sent.ctl & (SYN | ACK)) === SYN
      ? withFlag(r, 'SYN')
      : null,
  'synack-without-syn': ({ send: r }) => (r !== null && is(r, 'SYN') && is(r, 'ACK') ? without(r, 'SYN') : null),
  'synack-without-ack': ({ send: r }) =>
    r !== null && is(r, 'SYN') && is(r, 'ACK') ? { ...without(r, 'ACK'), ack: null } : null,
  'isn-copied': ({ tcb, send: r }) => (r !== null && is(r, 'SYN') && is(r, 'ACK') ? withSeq(r, tcb.irs) : null),
  'new-isn-on-retransmit': ({ tcb, send: r }) =>
    r !== null && is(r, 'SYN') && tcb.snd.nxt !== tcb.iss ? withSeq(r, tcb.iss + 64_000) : null,
  'data-before-established': ({ tcb, send: r, right }) => {
    if (tcb.state !== 'SYN-RECEIVED' || tcb.snd.text.length > 0) return null;
    return right.type === 'wait'
      ? { ...pureAck(tcb), payload: payload(tcb, 5) }
      : r && { ...r, payload: payload(tcb, 5) };
  },
  rehandshake: ({ tcb, sent }) =>
    isSynchronized(tcb.state) && (sent === null || (sent.ctl & SYN) === 0) ? send(['SYN'], tcb.iss, null) : null,
  'reply-to-rst': ({ tcb, right, received }) =>
    right.type === 'wait' && received !== null && (received.ctl & RST) !== 0 ? pureAck(tcb) : null,
  'rst-wrong-numbers': ({ send: r }) => (r !== null && is(r, 'RST') ? withSeq(r, r.seq + 1000) : null),
  'rst-instead-of-ack': ({ tcb, send: r }) =>
    r !== null && isSynchronized(tcb.state) && tcb.owed.ack !== null ? send(['RST'], tcb.snd.nxt, null) : null,
  'fin-without-ack': ({ send: r }) => (r !== null && is(r, 'FIN') ? { ...without(r, 'ACK'), ack: null } : null),
  'ack-flag-vs-number': ({ send: r }) => {
    const move = acking(r);
    return move && { ...move, ack: null };
  },
  'ack-flag-missing': ({ tcb, send: r }) => {
    const move = isSynchronized(tcb.state) ? plain(r) : null;
    return move && !is(move, 'FIN') ? { ...without(move, 'ACK'), ack: null } : null;
  },
  'fin-too-early': ({ tcb, send: r }) =>
    r !== null && r.payload !== null && tcb.snd.closing ? { ...withFlag(r, 'FIN'), payload: null } : null,
  'fin-without-close': ({ tcb, send: r }) => {
    const move = plain(r);
    return move && !tcb.snd.closing ? withFlag(move, 'FIN') : null;
  },
  'data-after-fin': ({ tcb, send: r }) => {
    if (!finSent(tcb)) return null;
    const move = r === null ? pureAck(tcb) : plain(r);
    return move && !is(move, 'FIN') ? { ...move, payload: payload(tcb, 5) } : null;
  },
  'fin-not-counted-own': ({ tcb, send: r }) => {
    const move = plain(r);
    return move && finSent(tcb) && !is(move, 'FIN') ? withSeq(move, textEnd(tcb)) : null;
  },
  'retransmit-too-early': ({ tcb, right }) => {
    const [front] = tcb.snd.queue;
    return right.type === 'wait' && front !== undefined ? moveOf(tcb, again(tcb, front)) : null;
  },
  'ack-of-ack': ({ tcb, right }) => (right.type === 'wait' && isSynchronized(tcb.state) ? pureAck(tcb) : null),
  'ack-omitted': ({ tcb, send: r }) =>
    r !== null && (tcb.owed.ack?.urgency === 'now' || (tcb.state === 'SYN-RECEIVED' && tcb.owed.syn !== null))
      ? wait
      : null,
  'leave-time-wait-early': ({ tcb }) => (tcb.state === 'TIME-WAIT' ? send(['RST'], tcb.snd.nxt, null) : null),
  'wrap-not-mod': ({ tcb, send: r }) => {
    const move = plain(r);
    return move && wrapped(tcb.iss, tcb.snd.nxt)
      ? withSeq(move, 4294967295)
      : acking(r) && wrapped(tcb.irs, tcb.rcv.nxt)
        ? r && withAck(r, 4294967295)
        : null;
  },
  'relative-absolute-mix': ({ tcb, send: r }) =>
    r !== null && !is(r, 'RST') ? withSeq(r, seqDiff(toSeq(r.seq), tcb.iss)) : null,
  'seq-ack-swapped': ({ send: r }) => {
    const move = plain(r);
    return move && { ...move, seq: move.ack ?? 0, ack: move.seq };
  },
  'third-seq-x': ({ tcb, send: r }) => {
    const move = plain(r);
    return move && move.seq === seqAdd(tcb.iss, 1) ? withSeq(move, tcb.iss) : null;
  },
  'one-per-packet': ({ sent, send: r }) => {
    const move = plain(r);
    return move && sent !== null && sent.data.length >= 2 ? withSeq(move, dataSeq(sent) + 1) : null;
  },
  'ack-consumes-number': ({ tcb, sent, send: r }) => {
    const move = plain(r);
    const pure = sent !== null && segLen(sent) === 0 && (sent.ctl & (ACK | RST)) === ACK;
    return move && pure && move.seq === tcb.snd.nxt ? withSeq(move, move.seq + 1) : null;
  },
  'seq-not-advanced': ({ tcb, sent, send: r }) => {
    const move = plain(r);
    return move && sent !== null && segLen(sent) > 0 && move.seq === tcb.snd.nxt ? withSeq(move, sent.seq) : null;
  },
  'seq-from-peer': ({ tcb, send: r }) => {
    const move = plain(r);
    return move && withSeq(move, tcb.rcv.nxt);
  },
  'ack-no-plus-one': ({ received, send: r }) => {
    const move = acking(r);
    return move && received !== null && (received.ctl & (SYN | FIN)) !== 0 ? withAck(move, (move.ack ?? 0) - 1) : null;
  },
  'ack-plus-one-for-data': ({ received, send: r }) => {
    const move = plain(r);
    const data = received !== null && received.data.length >= 2 && (received.ctl & (SYN | FIN)) === 0;
    return move && data ? withAck(move, received.seq + 1) : null;
  },
  'ack-last-octet': ({ received, send: r }) => {
    const move = plain(r);
    const data = received !== null && received.data.length >= 1 && (received.ctl & (SYN | FIN)) === 0;
    return move && data ? withAck(move, (move.ack ?? 0) - 1) : null;
  },
  'ack-across-gap': ({ tcb, send: r }) => {
    const held = firstHeld(tcb.rcv.held);
    return held !== null && r !== null ? withAck(r, heldEnd(held)) : null;
  },
  'ack-extra-one': ({ send: r }) => {
    const move = acking(r);
    return move && withAck(move, (move.ack ?? 0) + 1);
  },
  'ack-own-number': ({ send: r }) => {
    const move = plain(r);
    return move && withAck(move, move.seq);
  },
  'ack-stale': ({ tcb, sent, send: r }) => {
    const move = plain(r);
    const old = sent !== null && (sent.ctl & ACK) !== 0 && sent.ack !== tcb.rcv.nxt;
    return move && old ? withAck(move, sent.ack) : null;
  },
  'limits-ignored': ({ tcb, send: r, right }) => {
    if (right.type === 'wait' && tcb.snd.text.length > 0 && tcb.snd.wnd === 0) {
      return { ...pureAck(tcb), payload: payload(tcb, 50) };
    }
    return r !== null && r.payload !== null && !is(r, 'SYN')
      ? { ...r, payload: { ...r.payload, length: Math.max(tcb.snd.mss, tcb.snd.wnd) + 1 } }
      : null;
  },
};
