/** What a well-formed level must mean: variables exist, lists are in order, hosts and calls make sense. */
import type { Role } from '../game/role.ts';
import type { Arrival, Level, ParStep, Scene, SegmentSpec, Value } from './level.ts';
import { hostProblem } from './meaningOfHost.ts';
import { first, flawIf, isObject, type Problem } from './shape.ts';

type Check = () => Problem | null;

export function meaningProblem(level: Level): Problem | null {
  return first([
    () => variableProblem(level),
    () => sceneProblem(level, level.vars, ''),
    () => stepsProblem(level, '', level.par),
    () => flawIf(level.requires.includes(level.id), 'requires', 'requires itself'),
    () => starsProblem(level),
    () => variantNamesProblem(level),
    ...level.variants.map(({ changes, par }, i): Check => () => {
      const scene = { ...level, ...changes };
      return sceneProblem(scene, level.vars, `variants[${i}].changes.`) ?? stepsProblem(scene, `variants[${i}].`, par);
    }),
  ]);
}

const starsProblem = ({ stars: { three, two, one } }: Level): Problem | null =>
  flawIf(three >= two || two >= one, 'stars', 'stars out of order');

function variantNamesProblem({ variants }: Level): Problem | null {
  const names = variants.map(({ name }) => name);
  const again = names.findIndex((name, i) => names.indexOf(name) < i);
  return flawIf(again >= 0, `variants[${again}].name`, 'twice');
}

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

function sceneProblem(scene: Scene, vars: Level['vars'], where: string): Problem | null {
  const { players, hosts, calls, arrivals, checks, faults } = scene;
  const roles: readonly Role[] = ['client', 'server'];
  return first([
    () => flawIf(new Set(players).size < players.length, `${where}players`, 'twice'),
    ...roles.map(
      (role): Check =>
        () =>
          hostProblem(vars, hosts[role], `${where}hosts.${role}.tcb`),
    ),
    ...roles.map(
      (role): Check =>
        () =>
          flawIf(
            beginsConnection(scene, role) && hosts[role].isns.length === 0,
            `${where}hosts.${role}.isns`,
            'needs an ISN',
          ),
    ),
    () => orderProblem(calls, `${where}calls`),
    () => orderProblem(arrivals, `${where}arrivals`),
    () => orderProblem(checks, `${where}checks`),
    ...arrivals.map(
      (arrival: Arrival, i): Check =>
        () =>
          ackProblem(arrival, `${where}arrivals[${i}].ack`),
    ),
    ...calls.map(({ call, octets }, i): Check => () => {
      const needed = call === 'SEND' || call === 'RECEIVE';
      const field = `${where}calls[${i}].octets`;
      if (needed) return flawIf(octets === undefined, field, 'needs octets');
      return flawIf(call !== 'OPEN' && octets !== undefined, field, 'takes no octets');
    }),
    ...faults.map(({ from, kind, nth }, i): Check => () => {
      const same = faults.findIndex((other) => other.from === from && other.kind === kind && other.nth === nth);
      return flawIf(same < i, `${where}faults[${i}]`, 'twice');
    }),
  ]);
}

function stepsProblem({ players }: Scene, where: string, par: readonly ParStep[]): Problem | null {
  return first([
    () => orderProblem(par, `${where}par`),
    ...par.map(
      (step, i): Check =>
        () =>
          step.type === 'send' ? ackProblem(step, `${where}par[${i}].ack`) : null,
    ),
    () => {
      const idle = players.findIndex((role) => !par.some(({ host }) => host === role));
      return flawIf(idle >= 0, `${where}${where === '' ? `players[${idle}]` : 'par'}`, 'player without a step');
    },
  ]);
}

/** It listens, or its application opens. */
const beginsConnection = ({ hosts, calls }: Scene, role: Role): boolean =>
  hosts[role].state === 'LISTEN' ||
  calls.some(({ host, call }) => host === role && (call === 'OPEN' || call === 'LISTEN'));

function orderProblem(entries: readonly { readonly at: number }[], field: string): Problem | null {
  const wrong = entries.findIndex(({ at }, i) => at < (entries[i - 1]?.at ?? 0));
  return flawIf(wrong >= 0, `${field}[${wrong}].at`, 'earlier than the one before');
}

const ackProblem = ({ flags, ack }: SegmentSpec, field: string): Problem | null =>
  flawIf(flags.includes('ACK') === (ack === undefined), field, 'ack without ACK');
