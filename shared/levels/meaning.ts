/** What a well-formed level must mean: variables exist, lists are in order, hosts and calls make sense. */
import type { Role } from '../game/role.ts';
import type { Arrival, Level, ParStep, Scene, SegmentSpec, Value } from './level.ts';
import type { Flaw } from './levelError.ts';
import { first, isObject, type Problem } from './shape.ts';

type Check = () => Problem | null;
const flawIf = (wrong: boolean, field: string, flaw: Flaw): Problem | null =>
  wrong ? { field, reason: { type: 'flaw', flaw } } : null;

export function meaningProblem(level: Level): Problem | null {
  return first([
    () => variableProblem(level),
    () => sceneProblem(level, '', level.par),
    () => flawIf(level.requires.includes(level.id), 'requires', 'requires itself'),
    () => starsProblem(level),
    ...level.variants.map(
      ({ changes, par }, i): Check =>
        () =>
          sceneProblem({ ...level, ...changes }, `variants[${i}].`, par),
    ),
  ]);
}

const starsProblem = ({ stars: { three, two, one } }: Level): Problem | null =>
  flawIf(three >= two || two >= one, 'stars', 'stars out of order');

/** Every `{ var }` of the level names a variable, and no variable leads back to itself. */
function variableProblem(level: Level): Problem | null {
  const names = Object.keys(level.vars);
  return first([
    () => unknownVariable(level, '', names),
    ...names.map(
      (name): Check =>
        () =>
          circle(level.vars, name),
    ),
  ]);
}

function unknownVariable(value: unknown, field: string, names: readonly string[]): Problem | null {
  if (Array.isArray(value)) {
    return first(value.map((item: unknown, i) => () => unknownVariable(item, `${field}[${i}]`, names)));
  }
  if (!isObject(value)) return null;
  if (typeof value['var'] === 'string' && !names.includes(value['var'])) {
    return { field, reason: { type: 'unknown variable', name: value['var'] } };
  }
  return first(
    Object.entries(value).map(
      ([name, item]): Check =>
        () =>
          unknownVariable(item, field === '' ? name : `${field}.${name}`, names),
    ),
  );
}

function circle(vars: Level['vars'], name: string): Problem | null {
  const met = new Set([name]);
  for (let next = nextName(vars[name]); next !== null; next = nextName(vars[next])) {
    if (met.has(next)) return { field: `vars.${name}`, reason: { type: 'circular variable', name: next } };
    met.add(next);
  }
  return null;
}

const nextName = (value: Value | undefined): string | null => (typeof value === 'object' ? value.var : null);

function sceneProblem(scene: Scene, where: string, par: readonly ParStep[]): Problem | null {
  const { players, hosts, calls, arrivals, checks, faults } = scene;
  const roles: readonly Role[] = ['client', 'server'];
  return first([
    () => flawIf(new Set(players).size < players.length, `${where}players`, 'twice'),
    ...roles.map(
      (role): Check =>
        () =>
          hostProblem(hosts[role], `${where}hosts.${role}.tcb`),
    ),
    () => orderProblem(calls, `${where}calls`),
    () => orderProblem(arrivals, `${where}arrivals`),
    () => orderProblem(checks, `${where}checks`),
    () => orderProblem(par, `${where}par`),
    ...par.map(
      (step, i): Check =>
        () =>
          step.type === 'send' ? ackProblem(step, `${where}par[${i}].ack`) : null,
    ),
    ...arrivals.map(
      (arrival: Arrival, i): Check =>
        () =>
          ackProblem(arrival, `${where}arrivals[${i}].ack`),
    ),
    ...calls.map(({ call, octets }, i): Check => () => {
      const needed = call === 'SEND' || call === 'RECEIVE';
      return flawIf(needed && octets === undefined, `${where}calls[${i}].octets`, 'needs octets');
    }),
    ...faults.map(({ from, kind, nth }, i): Check => () => {
      const same = faults.findIndex((other) => other.from === from && other.kind === kind && other.nth === nth);
      return flawIf(same < i, `${where}faults[${i}]`, 'twice');
    }),
    () =>
      flawIf(
        players.some((role) => !par.some(({ host }) => host === role)),
        `${where}players`,
        'player without a step',
      ),
  ]);
}

function hostProblem({ state, tcb }: Scene['hosts'][Role], field: string): Problem | null {
  const none = state === 'CLOSED' || state === 'LISTEN';
  return none
    ? flawIf(tcb !== undefined, field, 'has no connection')
    : flawIf(tcb === undefined, field, 'needs a connection');
}

function orderProblem(entries: readonly { readonly at: number }[], field: string): Problem | null {
  const wrong = entries.findIndex(({ at }, i) => at < (entries[i - 1]?.at ?? 0));
  return flawIf(wrong >= 0, `${field}[${wrong}].at`, 'earlier than the one before');
}

const ackProblem = ({ flags, ack }: SegmentSpec, field: string): Problem | null =>
  flawIf(flags.includes('ACK') === (ack === undefined), field, 'ack without ACK');
