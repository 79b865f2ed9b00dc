/** What the options of the two SYNs settle for the connection: RFC 9293 3.7.1, RFC 7323, RFC 2018, RFC 7413. */
import { seqAdd, toSeq } from '../seq.ts';
import { optionOf, type Option } from './option.ts';
import type { Run } from './run.ts';
import type { Segment } from './segment.ts';
import type { Tcb } from './tcb.ts';

/** The SendMSS that a SYN allows us: its MSS option, or 536 octets without one (MUST-15). */
export function mssOf(seg: Segment): number {
  const option = optionOf(seg.options, 'mss');
  return option === null ? 536 : Math.max(1, option.mss);
}

/** Takes over what the peer's SYN says, as far as our switches are on as well. Other options are ignored: MUST-6. */
export function agree(run: Run, syn: Segment): void {
  const { tcb, now } = run;
  const { config } = tcb;
  const scale = config.windowScale === null ? null : optionOf(syn.options, 'windowScale');
  const timestamps = config.timestamps ? optionOf(syn.options, 'timestamps') : null;
  tcb.snd.mss = mssOf(syn);
  const sack = config.sack && optionOf(syn.options, 'sackPermitted') !== null;
  if (scale === null && timestamps === null && !sack) return;
  tcb.agreed = {
    scaled: scale !== null,
    // RFC 7323 2.3: more than 14 counts as 14.
    sndShift: scale === null ? 0 : Math.min(14, scale.shift),
    rcvShift: scale === null ? 0 : Math.min(14, config.windowScale ?? 0),
    sack,
    timestamps:
      timestamps === null ? null : { recent: toSeq(timestamps.val), recentAt: now, lastAckSent: seqAdd(syn.seq, 1) },
  };
}

/** The options of our SYN (what we offer) or SYN,ACK (what was agreed on). */
export function synOptions({ state, config, agreed, fastOpen }: Tcb): readonly Option[] {
  const first = state === 'SYN-SENT';
  const options: Option[] = [];
  if (config.mss !== null) options.push({ type: 'mss', mss: config.mss });
  if (first ? config.sack : agreed.sack) options.push({ type: 'sackPermitted' });
  if (first ? config.timestamps : agreed.timestamps !== null) {
    options.push({ type: 'timestamps', val: 0, ecr: agreed.timestamps?.recent ?? 0 });
  }
  if (config.windowScale !== null && (first || agreed.scaled)) {
    options.push({ type: 'nop' }, { type: 'windowScale', shift: Math.min(14, config.windowScale) });
  }
  if (fastOpen !== null && fastOpen.option !== null) options.push(fastOpen.option);
  return options;
}
