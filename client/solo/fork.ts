/**
 * The consequence of a refused move, played on a copy of the match: the wrong segment really sails, a bot keeps the
 * far end, and the own end keeps still. Pure. The match itself never hears of it.
 */
import type { Told } from '../../shared/game/event.ts';
import type { Match } from '../../shared/game/match.ts';
import { nextDue } from '../../shared/game/pace.ts';
import { reduce } from '../../shared/game/reduce.ts';
import { begin, finish, happen } from '../../shared/game/story.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import type { Move, SendMove } from '../../shared/judge/move.ts';
import { NONE } from '../../shared/octets.ts';
import { toSeq } from '../../shared/seq.ts';
import { ACK, type Segment, ctlOf, makeSegment } from '../../shared/tcp/segment.ts';
import type { Millis } from '../../shared/time.ts';

export interface Fork {
  readonly match: Match;
  /** Whose move it was. */
  readonly role: Role;
  /** What was told before it does not belong to the consequence. */
  readonly before: number;
  readonly since: Millis;
  /** Nothing more is to be seen. */
  readonly over: boolean;
}

/** Longer than this nobody watches a silence. */
const LONGEST: Millis = 20_000;

export function forkOf(match: Match, role: Role, move: Move): Fork {
  const { history, now } = match;
  const sailing = move.type === 'send' ? cast(match, role, segmentOf(match, role, move)) : match;
  const own = { ...sailing.ends[role], triggers: [] };
  const still = { ...sailing, ends: { ...sailing.ends, [role]: own } };
  const far = otherRole(role);
  const kept = reduce(still, { type: 'occupy', at: now, role: far, keeper: 'bot' }).match;
  return judged({ match: kept, role, before: history.length, since: now, over: false });
}

/** One instant further. */
export function goOnWith(fork: Fork): Fork {
  const due = nextDue(fork.match);
  if (due === null || fork.over) return { ...fork, over: true };
  return judged({ ...fork, match: reduce(fork.match, { type: 'advance', at: due }).match });
}

/** It ends where the own end would be asked again, or nothing more comes in a reasonable time. */
function judged(fork: Fork): Fork {
  const { match, role, since } = fork;
  const due = nextDue(match);
  const asked = match.ends[role].triggers.length > 0;
  return { ...fork, over: asked || match.phase !== 'playing' || due === null || due - since > LONGEST };
}

/** What happened, both ends' inside included: that is the point of it. What the own application wants next is not. */
export const consequenceOf = ({ match, before, role }: Fork): readonly Told[] =>
  match.history
    .slice(before)
    .filter((told) => told.type !== 'finished' && !(told.type === 'called' && told.host === role));

function segmentOf(match: Match, role: Role, { flags, seq, ack, payload }: SendMove): Segment {
  const { stream, tcb } = match.ends[role];
  const ctl = ctlOf(flags);
  return makeSegment({
    seq: toSeq(seq),
    ack: toSeq((ctl & ACK) === 0 ? 0 : (ack ?? 0)),
    ctl,
    wnd: tcb.rcv.wnd,
    data: payload === null ? NONE : stream.subarray(payload.offset, payload.offset + payload.length),
  });
}

/** The segment leaves, as far as the own TCP can tell by a keeper's will; no fault of the level strikes it. */
function cast(match: Match, role: Role, segment: Segment): Match {
  const story = begin({ ...match, sea: { ...match.sea, faults: [] } });
  happen(story, story.match.ends[role], { type: 'transmit', segment }, null);
  return finish(story, match).match;
}
