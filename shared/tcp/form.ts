/** How segments of a connection look now: window, acknowledgment, urgent pointer and options. RFC 9293 3.1. */
import { cut, type Octets } from '../octets.ts';
import { seqDiff, seqGt, toSeq } from '../seq.ts';
import { synOptions } from './negotiate.ts';
import { type Option, optionsLength } from './option.ts';
import { sackBlocks } from './sack.ts';
import { ACK, type Segment, SYN, URG } from './segment.ts';
import { mostWindow, type Sent, type Tcb } from './tcb.ts';
import type { Seq } from '../seq.ts';

/** The acknowledgment field of a segment without ACK. */
const BLANK = toSeq(0);

/** A segment of this connection: window, acknowledgment and urgent pointer are those of now (3.8.5, 3.10.7). */
export function form(tcb: Tcb, seq: Seq, ctl: number, data: Octets): Segment {
  const { snd, rcv, agreed } = tcb;
  const syn = (ctl & SYN) !== 0;
  const urgent = !syn && seqGt(snd.up, seq);
  const withAck = tcb.state !== 'SYN-SENT';
  return {
    seq,
    ack: withAck ? rcv.nxt : BLANK,
    ctl: ctl | (withAck ? ACK : 0) | (urgent ? URG : 0),
    // RFC 7323 2.2: the window of a SYN is never scaled. Rounded up, so that its right edge never moves back.
    wnd: Math.min(mostWindow, syn ? rcv.wnd : (rcv.wnd + (1 << agreed.rcvShift) - 1) >> agreed.rcvShift),
    up: urgent ? Math.min(0xffff, seqDiff(snd.up, seq)) : 0,
    options: syn ? synOptions(tcb) : optionsOf(tcb),
    data,
  };
}

/** A sent segment as it would leave a second time. */
export function again(tcb: Tcb, sent: Sent): Segment {
  const from = seqDiff(sent.seq, tcb.snd.textSeq) + ((sent.ctl & SYN) === 0 ? 0 : 1);
  const segment = form(tcb, sent.seq, sent.ctl, cut(tcb.snd.text, from, from + sent.len));
  // SACK blocks that came up since then must not push it over the limit: they can wait for the next ACK (MUST-16).
  const fits = sent.len + optionsLength(segment.options) <= room(tcb) || (sent.ctl & SYN) !== 0;
  return fits ? segment : { ...segment, options: optionsOf(tcb, false) };
}

const noOptions: readonly Option[] = [];
const nop: Option = { type: 'nop' };

/** The options of a segment without SYN. Its TSval is put in when it leaves. */
function optionsOf(tcb: Tcb, withSack = true): readonly Option[] {
  const { timestamps } = tcb.agreed;
  const sack = withSack && tcb.agreed.sack;
  if (timestamps === null && !(sack && tcb.rcv.held !== null)) return noOptions;
  const options: Option[] = [];
  if (timestamps !== null) options.push(nop, nop, { type: 'timestamps', val: 0, ecr: timestamps.recent });
  const blocks = sack ? sackBlocks(tcb.rcv, timestamps === null ? 4 : 3) : [];
  if (blocks.length > 0) options.push(nop, nop, { type: 'sack', blocks });
  return options;
}

/** Eff.snd.MSS of 3.7.1 (MUST-16): options take their octets from the text. */
export function effSndMss(tcb: Tcb): number {
  return Math.max(1, room(tcb) - optionsLength(optionsOf(tcb)));
}

/** Octets that options and text may take together. */
const room = ({ snd, config }: Tcb): number => Math.min(snd.mss + 20, config.mmsS) - 20;
