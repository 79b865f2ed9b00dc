/**
 * Whether a level is what it says: its par and the par of each variant are played through the match that players play,
 * and the first thing that does not fit is the problem. The numbers are those that the level is written with.
 */
import type { MatchEvent } from '../game/event.ts';
import { fromPlan, type Match } from '../game/match.ts';
import { isDecisionDue, nextDue } from '../game/pace.ts';
import { reduce } from '../game/reduce.ts';
import { type Course, courseOf, isHuman } from './course.ts';
import type { Level, ParStep } from './level.ts';
import type { Flaw } from './levelError.ts';
import { isWon, missing, planOf, setupOf } from './plan.ts';
import { first, type Problem } from './shape.ts';
import { moveFor, segmentOf } from './steps.ts';
import { ctlOf, PSH } from '../tcp/segment.ts';

/** The place of a part of the scene: in a variant that does not change it, its par is at odds with it. */
function inScene({ course, where }: Play, part: 'win' | 'checks' | 'faults', i: number): string {
  if (where === '') return `${part}[${i}]`;
  return course.scene[part] === course.level[part] ? `${where}par` : `${where}changes.${part}[${i}]`;
}

/** No level takes longer, in virtual milliseconds and in moves and moments. */
const longest = 600_000;
const mostMoments = 2000;

export const proofProblem = (level: Level): Problem | null =>
  first([
    () => parProblem({ level, scene: level, par: level.par }, ''),
    ...level.variants.map(({ name }, i) => (): Problem | null => {
      const course = courseOf(level, name);
      return course === null ? null : parProblem(course, `variants[${i}].`);
    }),
  ]);

const flaw = (field: string, which: Flaw): Problem => ({ field, reason: { type: 'flaw', flaw: which } });

/** A step with its place in the par. */
interface Placed {
  readonly step: ParStep;
  readonly at: string;
}

interface Play {
  readonly course: Course;
  readonly where: string;
  /** What is still to be done by players, and by bots. */
  own: readonly Placed[];
  bots: readonly Placed[];
  match: Match;
  /** The instants at which the level's checks were looked at. */
  checked: number;
}

function parProblem(course: Course, where: string): Problem | null {
  const { level, scene, par } = course;
  const setup = setupOf({ ...level, players: scene.players }, 0);
  const placed = par.map((step, i): Placed => ({ step, at: `${where}par[${i}]` }));
  const play: Play = {
    course,
    where,
    own: placed.filter(({ step }) => isHuman(course, step.host)),
    bots: placed.filter(({ step }) => !isHuman(course, step.host)),
    match: fromPlan(setup, () => planOf(level, scene)),
    checked: 0,
  };
  let problem = advance(play, (match) => reduce(match, { type: 'start', at: 0 }));
  for (let n = 0; problem === null && !isWon(level, play.match, scene); n += 1) {
    problem = n > mostMoments || play.match.now > longest ? notWon(play) : oneOn(play);
  }
  return problem ?? leftOver(play);
}

/** One move or one moment further. */
function oneOn(play: Play): Problem | null {
  const [next] = play.own;
  const { match } = play;
  const asked = next !== undefined && match.ends[next.step.host].triggers.length > 0;
  if (next !== undefined && asked && next.step.at <= match.now) {
    if (next.step.at < match.now) return flaw(`${next.at}.at`, 'is asked at another time');
    play.own = play.own.slice(1);
    const { tcb } = match.ends[next.step.host];
    const move = moveFor(play.course.level.vars, next.step, tcb);
    return advance(play, (now) => reduce(now, { type: 'move', at: now.now, role: next.step.host, move }), next);
  }
  const due = nextDue(match);
  if (due === null || isDecisionDue(match)) return next === undefined ? notWon(play) : flaw(next.at, 'nobody is asked');
  return advance(play, (now) => reduce(now, { type: 'advance', at: due }));
}

function advance(
  play: Play,
  act: (match: Match) => { readonly match: Match; readonly events: readonly MatchEvent[] },
  by: Placed | null = null,
): Problem | null {
  const before = play.match.now;
  const { match, events } = act(play.match);
  const passed = before < match.now ? checkProblem(play, match.now) : null;
  play.match = match;
  const refused = events.find((event) => event.type === 'refused');
  if (by !== null && refused?.type === 'refused') {
    return { field: by.at, reason: { type: 'refused step', clause: refused.verdict.clause } };
  }
  return passed ?? first(events.map((event) => (): Problem | null => botProblem(play, event, by)));
}

/** What a bot sends is the next of its steps. */
function botProblem(play: Play, event: MatchEvent, by: Placed | null): Problem | null {
  if (event.type !== 'sent' || event.ghost || isHuman(play.course, event.host)) return null;
  const [next] = play.bots;
  play.bots = play.bots.slice(1);
  const { header, at, host } = event;
  if (next === undefined) return flaw(by?.at ?? `${play.where}par`, 'a bot does more');
  const { step } = next;
  if (step.type === 'wait' || step.host !== host || step.at !== at) return flaw(next.at, 'not what the bot does');
  const wanted = segmentOf(play.course.level.vars, step);
  const same =
    (wanted.ctl & ~PSH) === (ctlOf(header.flags) & ~PSH) &&
    wanted.seq === header.seq &&
    (step.ack === undefined ? header.ack === null : wanted.ack === header.ack) &&
    wanted.data.length === header.len;
  return same ? null : flaw(next.at, 'not what the bot does');
}

/** The states that are looked at before the instant `now`: all that happens at their own instant is over. */
function checkProblem(play: Play, now: number): Problem | null {
  const { checks } = play.course.scene;
  for (let check = checks[play.checked]; check !== undefined && check.at < now; check = checks[play.checked]) {
    if (play.match.ends[check.host].tcb.state !== check.state) {
      return flaw(inScene(play, 'checks', play.checked), 'another state');
    }
    play.checked += 1;
  }
  return null;
}

function notWon(play: Play): Problem {
  const { course, match, where } = play;
  const [goal] = missing(course.level, match, course.scene);
  const i = goal === undefined ? -1 : course.scene.win.indexOf(goal);
  return flaw(i < 0 ? `${where}par` : inScene(play, 'win', i), 'not reached by the par');
}

/** The level is won: what it says would still happen does not. */
function leftOver(play: Play): Problem | null {
  const { course, match, own, bots } = play;
  const late = checkProblem(play, match.now + 1);
  if (late !== null) return late;
  const [step] = [...own, ...bots];
  if (step !== undefined) return flaw(step.at, 'after the win');
  const { faults, checks } = course.scene;
  if (play.checked < checks.length) return flaw(inScene(play, 'checks', play.checked), 'after the win');
  const idle = faults.findIndex(({ from, kind, nth }) => (match.sails[`${from} ${kind}`] ?? 0) < nth);
  return idle < 0 ? null : flaw(inScene(play, 'faults', idle), 'never strikes');
}
