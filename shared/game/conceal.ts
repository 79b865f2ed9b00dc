/**
 * A match made of what one seat could know of it: what a consequence in a room is played on, so that it gives nothing
 * away. Whatever is hidden from this seat is taken out, or replaced by something made up that is always the same.
 */
import { rngFrom } from '../rng.ts';
import { type Seq, seqAdd, seqDiff, seqGt, toSeq } from '../seq.ts';
import { type Tcb, textEnd } from '../tcp/tcb.ts';
import type { End, Match } from './match.ts';
import { otherRole, type Role } from './role.ts';

/** The far end's ISN where it has not been on the wire: nobody's. */
const MADE_UP = toSeq(1_000_000_000);

export function conceal(match: Match, role: Role): Match {
  const far = otherRole(role);
  const { sea } = match;
  const { least } = sea.conditions.delay;
  return {
    ...match,
    rng: rngFrom(0),
    losses: {},
    // Fates that nobody can know yet: the sea is calm, and what is out arrives.
    sea: { ...sea, conditions: { delay: { least, most: least }, loss: 0, duplication: 0, reordering: 0 }, ghosts: [] },
    coming: [],
    flights: match.flights.map((flight) => ({ ...flight, sinksAt: null, ghost: false })),
    ends: { ...match.ends, [far]: concealEnd(match.ends[far]) },
  };
}

/** What its application wants next, has asked for, or was told, and what it would answer by, are its own. */
const concealEnd = (end: End): End => ({
  ...end,
  tcb: concealTcb(end.tcb),
  isns: [MADE_UP],
  cookie: null,
  program: [],
  stepAt: null,
});

/** Without the text and the FIN that never left, or what waits for them; with a made-up ISN, if no SYN has told it. */
function concealTcb(tcb: Tcb): Tcb {
  const known = tcb.snd.max === tcb.iss ? withIss(tcb, MADE_UP) : tcb;
  const { snd, owed, timers } = known;
  const closing = snd.closing && seqGt(snd.max, textEnd(known));
  const sent = Math.max(0, seqDiff(snd.max, snd.textSeq) - (closing ? 1 : 0));
  return {
    ...known,
    snd: { ...snd, text: snd.text.subarray(0, sent), closing },
    owed: { ...owed, probe: false },
    timers: { ...timers, persist: null },
  };
}

/** A connection that has sent nothing yet, with another ISS. */
function withIss(tcb: Tcb, iss: Seq): Tcb {
  const { snd } = tcb;
  const up = seqGt(snd.up, snd.una) ? seqAdd(iss, seqDiff(snd.up, snd.una)) : iss;
  return { ...tcb, iss, snd: { ...snd, una: iss, nxt: iss, max: iss, up, textSeq: seqAdd(iss, 1) } };
}
