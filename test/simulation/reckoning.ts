/** The end of a seed: what was promised is held against what is in the store. */
import { isDeepStrictEqual } from 'node:util';
import { paceOf, rates } from '../../shared/game/pace.ts';
import type { Match } from '../../shared/game/match.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import { isWrongMove } from '../../shared/game/event.ts';
import type { Database } from './database.ts';
import { judgeMessages } from './messages.ts';
import { stateAt, trueMatch, type TrueMatch } from './truth.ts';
import type { Heard, Witness } from './witness.ts';
import type { World } from './world.ts';

/** What a node had in memory at some moment. */
export interface Memory {
  readonly node: string;
  readonly match: string;
  readonly version: number;
  readonly state: Match;
}

/** Every match that somebody heard of, with the room it was played in. */
async function matchesOf(
  database: Database,
  all: readonly Heard[],
  rooms: ReadonlySet<string>,
): Promise<ReadonlyMap<string, TrueMatch>> {
  const ids = new Set<string>(database.commits.keys());
  for (const { message } of all)
    for (const [, id] of message.text?.matchAll(/"match":"([\w-]{16})"/g) ?? []) if (id !== undefined) ids.add(id);
  const found = new Map<string, TrueMatch>();
  for (const room of rooms) {
    // Awakes it, should it lie in the archive.
    await database.truth.room(room);
    for (const id of ids) {
      const match = found.has(id) ? null : await trueMatch(database.truth, room, id).catch(() => null);
      if (match !== null) found.set(id, match);
    }
  }
  return found;
}

export async function reckon(
  world: World,
  {
    database,
    witness,
    memories,
    timeScale,
    rooms,
  }: {
    readonly database: Database;
    readonly witness: Witness;
    readonly memories: readonly Memory[];
    readonly timeScale: number;
    readonly rooms: ReadonlySet<string>;
  },
): Promise<ReadonlyMap<string, TrueMatch>> {
  const { blame } = world;
  const matches = await matchesOf(database, witness.all, rooms);
  for (const match of matches.values()) judgeTime(match, database.commits.get(match.id) ?? [], timeScale, blame);
  judgeLog([...matches.values()], witness, blame);
  judgeMessages(witness.all, matches, blame);
  for (const { node, match, version, state } of memories) {
    const truth = matches.get(match)?.states[version];
    if (truth === undefined) blame(`${node} has version ${version} of ${match}, and the store has not`);
    else if (!isDeepStrictEqual(state, truth)) blame(`${node} has another match at version ${version} than the log`);
  }
  return matches;
}

type Blame = (what: string) => void;

/** Virtual time never runs faster than the clock. */
function judgeTime(match: TrueMatch, commits: readonly (number | undefined)[], timeScale: number, blame: Blame): void {
  for (let version = 2; version < match.states.length; version += 1) {
    const [before, after] = [stateAt(match.states, version - 1), stateAt(match.states, version)];
    const [from, to] = [commits[version - 1], commits[version]];
    if (from === undefined || to === undefined) blame(`nobody has committed version ${version}`);
    else if (after.now - before.now > rates[paceOf(before)] * timeScale * (to - from) + 1)
      blame(`time jumped by ${after.now - before.now} ms at version ${version}`);
  }
}

/** What was acknowledged is there once; what was refused for good is not there. */
function judgeLog(matches: readonly TrueMatch[], witness: Witness, blame: Blame): void {
  const places = new Map<string, { readonly match: TrueMatch; readonly version: number }>();
  for (const match of matches)
    match.entries.forEach(({ by, command }, n) => {
      if (by === null) return;
      const [browser = ''] = by.id.split('-command-');
      if (places.has(by.id)) blame(`command ${by.id} is there twice`);
      places.set(by.id, { match, version: n + 1 });
      const seats = witness.seats.get(browser);
      if (seats?.has(by.seat) !== true) blame(`command ${by.id} was taken from seat ${by.seat}, which is another's`);
      if (command.type !== 'move') blame(`command ${by.id} is no move`);
    });
  for (const { browser, command, text } of witness.acknowledged) {
    const place = places.get(command.id);
    if (place === undefined) {
      blame(`command ${command.id} was acknowledged, and is lost`);
      continue;
    }
    const entry = place.match.entries[place.version - 1];
    const given = entry?.command.type === 'move' ? entry.command : null;
    const isSame = given?.role === command.role && isDeepStrictEqual(given.move, command.move);
    if (!isSame || place.match.id !== command.match) blame(`command ${command.id} is there as another one`);
    const wrong = entry?.events.filter(isWrongMove).find(({ host }) => host === command.role)?.verdict ?? null;
    const answer = JSON.parse(text) as { readonly version: number; readonly verdict: Verdict | null };
    if (answer.version !== place.version || JSON.stringify(answer.verdict) !== JSON.stringify(wrong))
      blame(`${browser} got another answer to ${command.id} than the log gives`);
  }
  for (const [id, code] of witness.refused)
    if (places.has(id)) blame(`command ${id} was refused (${code}), and was done`);
}
