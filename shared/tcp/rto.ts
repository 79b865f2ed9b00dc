/** How long to wait for an acknowledgment: RFC 6298, with Karn's algorithm (MUST-18). */
import { seqDiff, seqGt, toSeq } from '../seq.ts';
import type { Millis } from '../time.ts';
import { optionOf } from './option.ts';
import type { Run } from './run.ts';
import type { Segment } from './segment.ts';
import { endOf } from './tcb.ts';
import { timestampClock } from './timestamps.ts';

/** The granularity G of our clock. */
const granularity: Millis = 1;

/**
 * Takes a sample of an acknowledgment that moves SND.UNA. With timestamps TSecr says when the answered segment left
 * (RFC 7323 4.2); without them only segments that were sent once tell anything: RFC 6298 3.
 */
export function measure(run: Run, seg: Segment): void {
  const echo = run.tcb.agreed.timestamps === null ? null : optionOf(seg.options, 'timestamps');
  if (echo !== null) {
    const age = seqDiff(timestampClock(run.tcb, run.now), toSeq(echo.ecr));
    if (age >= 0) takeSample(run, age);
    return;
  }
  let sentAt: Millis | null = null;
  for (const sent of run.tcb.snd.queue) {
    if (seqGt(endOf(sent), seg.ack)) break;
    // One repeated segment among them, and nobody knows which transmission is being answered.
    if (sent.times > 1) return;
    sentAt = sent.firstSentAt;
  }
  if (sentAt !== null) takeSample(run, run.now - sentAt);
}

/** RFC 6298 2.2 to 2.5. `r` in milliseconds. */
export function takeSample(run: Run, r: Millis): void {
  const { rtt, config } = run.tcb;
  const rttvar = rtt.srtt === null ? r / 2 : (3 / 4) * rtt.rttvar + (1 / 4) * Math.abs(rtt.srtt - r);
  const srtt = rtt.srtt === null ? r : (7 / 8) * rtt.srtt + (1 / 8) * r;
  const rto = Math.min(config.mostRto, Math.max(config.leastRto, srtt + Math.max(granularity, 4 * rttvar)));
  const { synTimedOut, probeInterval } = rtt;
  run.tcb.rtt = { srtt, rttvar, rto, synTimedOut, probeInterval };
}

/** RFC 6298 5.5: back off the timer. */
export function backOff(run: Run): void {
  const { rtt, config } = run.tcb;
  run.tcb.rtt = { ...rtt, rto: Math.min(config.mostRto, rtt.rto * 2) };
}

/**
 * RFC 6298 5.7: after a SYN was timed out by a timer of less than 3 seconds, what follows the handshake begins with 3
 * seconds. A round trip that was measured all the same (timestamps) knows better.
 */
export function startDataRto(run: Run): void {
  const { rtt, config } = run.tcb;
  if (!rtt.synTimedOut) return;
  const rto = config.initialRto < 3000 && rtt.srtt === null ? 3000 : rtt.rto;
  run.tcb.rtt = { ...rtt, rto, synTimedOut: false };
}
