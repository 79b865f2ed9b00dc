/** Matches to test with, each built on the one before. */
import type { Clock, Command, Judging, WholeLife } from '../../../shared/game/command.ts';
import type { Told } from '../../../shared/game/event.ts';
import { initial, type Match } from '../../../shared/game/match.ts';
import { nextDue } from '../../../shared/game/pace.ts';
import { reduce } from '../../../shared/game/reduce.ts';
import type { Keeper, Role } from '../../../shared/game/role.ts';
import { drawSetup } from '../../../shared/game/setup.ts';
import type { Move } from '../../../shared/judge/move.ts';
import type { Weather } from '../../../shared/net/weather.ts';

export interface Wish {
  readonly seed?: number;
  readonly weather?: Weather;
  readonly clock?: Clock;
  readonly judging?: Judging;
  readonly closer?: Role;
  readonly client?: Keeper;
  readonly server?: Keeper;
}

export const setupOf = (wish: Wish = {}): WholeLife =>
  drawSetup({
    seed: wish.seed ?? 1,
    weather: wish.weather ?? 'calm',
    clock: wish.clock ?? 'study',
    judging: wish.judging ?? 'strict',
    closer: wish.closer ?? 'client',
    keepers: { client: wish.client ?? 'bot', server: wish.server ?? 'bot' },
    locale: 'en',
  });

export const started = (wish: Wish = {}): Match => reduce(initial(setupOf(wish)), { type: 'start', at: 0 }).match;

/** The match after time has passed until a human owes a decision, or nothing happens any more. */
export function untilDecision(match: Match): Match {
  let now = match;
  for (let due = nextDue(now); due !== null; due = nextDue(now)) {
    const { match: next } = reduce(now, { type: 'advance', at: due });
    if (next.now === now.now && next.history.length === now.history.length) return next;
    now = next;
  }
  return now;
}

export const play = (
  match: Match,
  role: Role,
  move: Move,
): { readonly match: Match; readonly events: readonly Told[] } =>
  reduce(match, { type: 'move', at: match.now, role, move });

/** The commands of a match between bots, from start to finish. */
export function wholeLog(setup: WholeLife): { readonly match: Match; readonly log: readonly Command[] } {
  const log: Command[] = [{ type: 'start', at: 0 }];
  let { match } = reduce(initial(setup), { type: 'start', at: 0 });
  for (let due = nextDue(match); due !== null && log.length < 2000; due = nextDue(match)) {
    const command: Command = { type: 'advance', at: due };
    log.push(command);
    match = reduce(match, command).match;
  }
  return { match, log };
}

export const ofType = <Type extends Told['type']>(
  events: readonly Told[],
  type: Type,
): readonly Extract<Told, { type: Type }>[] =>
  events.filter((event): event is Extract<Told, { type: Type }> => event.type === type);
