/** A level as a match: its plan, its setup, and when the match has won it. */
import type { LevelSetup } from '../game/command.ts';
import { fromPlan, type Match } from '../game/match.ts';
import type { HostPlan, Plan, Step, StepCall } from '../game/plan.ts';
import { type Role, roles } from '../game/role.ts';
import { RULES } from '../game/rules.ts';
import { isOwed } from '../judge/judge.ts';
import { toText } from '../octets.ts';
import { diceFrom, rngFrom } from '../rng.ts';
import { defaults } from '../tcp/config.ts';
import { type EndOutcome, unmet } from './goals.ts';
import type { Call, Goal, Level, Scene } from './level.ts';
import { cookieOf, isnOf, tcbOf } from './start.ts';
import { filler, segmentOf } from './steps.ts';
import { redraw } from './symbols.ts';

/** The level with the numbers that this seed draws, where it draws any. Seed 0 leaves them as they are written. */
export const numbered = (level: Level, seed: number): Level =>
  seed === 0 ? level : redraw(level, diceFrom(rngFrom(seed)));

/** The setup of one attempt. `free`: a sandbox, which no run comes of. */
export const setupOf = (level: Level, seed: number, judging: LevelSetup['judging'] = 'strict'): LevelSetup => ({
  scenario: 'level',
  rules: RULES,
  level: level.id,
  version: level.version,
  seed,
  weather: 'calm',
  clock: 'study',
  judging,
  keepers: { client: keeperOf(level, 'client'), server: keeperOf(level, 'server') },
});

const keeperOf = ({ players }: Level, role: Role): 'human' | 'bot' => (players.includes(role) ? 'human' : 'bot');

/** The match of one attempt at `level`, which carries the numbers of its seed already (`numbered`). */
export const levelMatch = (level: Level, setup: LevelSetup, scene: Scene = level): Match =>
  fromPlan(setup, () => (setup.judging === 'free' ? giveUp(planOf(level, scene)) : planOf(level, scene)));

/** Where rules may be broken a segment may be repeated in vain for ever: R2 of 3.8.3 ends it. */
function giveUp({ hosts, sea }: Plan): Plan {
  const host = (role: Role): HostPlan => {
    const { tcb, ...rest } = hosts[role];
    return { ...rest, tcb: { ...tcb, config: { ...tcb.config, r2: defaults.r2 } } };
  };
  return { hosts: { client: host('client'), server: host('server') }, sea };
}

/** What happens, as `game` plays it. */
export function planOf(level: Level, scene: Scene = level): Plan {
  const { vars, delay } = level;
  const host = (role: Role): HostPlan => ({
    tcb: tcbOf(vars, scene, role),
    isns:
      scene.hosts[role].isns.length === 0
        ? [isnOf(vars, scene.hosts[role], 0)]
        : scene.hosts[role].isns.map((_, n) => isnOf(vars, scene.hosts[role], n)),
    cookie: cookieOf(scene.hosts[role]),
    program: scene.calls.filter((call) => call.host === role).map(stepOf),
  });
  return {
    hosts: { client: host('client'), server: host('server') },
    sea: {
      conditions: { delay: { least: delay, most: delay }, loss: 0, duplication: 0, reordering: 0 },
      faults: scene.faults,
      ghosts: scene.arrivals.map((arrival) => ({
        at: arrival.at,
        host: arrival.host,
        segment: segmentOf(vars, { wnd: 4096, ...arrival }),
      })),
    },
  };
}

const stepOf = (call: Call): Step => ({ at: call.at, when: [], after: 0, call: callOf(call) });

function callOf({ call, octets = 0 }: Call): StepCall {
  const text = toText(filler(octets));
  switch (call) {
    case 'OPEN':
      return { type: 'OPEN', mode: 'active', text };
    case 'LISTEN':
      return { type: 'OPEN', mode: 'passive', text: '' };
    case 'SEND':
      return { type: 'SEND', text };
    case 'RECEIVE':
      return { type: 'RECEIVE', most: octets };
    case 'CLOSE':
    case 'ABORT':
      return { type: call };
  }
}

/** The goals that do not hold yet. */
export function missing(level: Level, match: Match, scene: Scene = level): readonly Goal[] {
  const end = (role: Role): EndOutcome => ({
    tcb: match.ends[role].tcb,
    delivered: match.ends[role].received.length,
    signals: match.history.flatMap((event) =>
      event.type === 'signalled' && event.host === role ? [event.signal] : [],
    ),
  });
  const sent = match.history.filter((event) => event.type === 'sent' && !event.ghost).length;
  return unmet({ win: scene.win, vars: level.vars }, { ends: { client: end('client'), server: end('server') }, sent });
}

/** Every goal holds, nobody owes or is asked anything, and no call or forged segment is still to come. */
export const isWon = (level: Level, match: Match, scene: Scene = level): boolean =>
  match.coming.every(({ ghost }) => !ghost) &&
  match.flights.every(({ ghost }) => !ghost) &&
  roles.every((role) => {
    const { triggers, program, tcb } = match.ends[role];
    return triggers.length === 0 && program.length === 0 && !isOwed(tcb);
  }) &&
  missing(level, match, scene).length === 0;
