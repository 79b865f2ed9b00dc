/** What really happened: every match folded from the rows that the database has in the end, version by version. */
import type { Command } from '../../shared/game/command.ts';
import type { Told } from '../../shared/game/event.ts';
import { initial, type Match } from '../../shared/game/match.ts';
import { reduce } from '../../shared/game/reduce.ts';
import type { Role } from '../../shared/game/role.ts';
import { seen, viewOf } from '../../shared/game/see.ts';
import type { Store } from '../../server/store/store.ts';

export interface TrueEntry {
  readonly by: { readonly seat: string; readonly id: string } | null;
  readonly command: Command;
  readonly events: readonly Told[];
}

export interface TrueMatch {
  readonly id: string;
  /** By version; 0: before the first command. */
  readonly states: readonly Match[];
  /** That of version v at v - 1. */
  readonly entries: readonly TrueEntry[];
  /** As JSON. */
  readonly view: (version: number, role: Role) => string;
  /** What a role may know at that version, event by event as JSON; hidden ones are null. */
  readonly story: (version: number, role: Role) => readonly (string | null)[];
}

/** null: there is no such match. */
export async function trueMatch(store: Store, room: string, id: string): Promise<TrueMatch | null> {
  const stored = await store.match({ room, match: id });
  if (stored === null) return null;
  const states = [initial(stored.setup)];
  const entries: TrueEntry[] = [];
  for (const { command, by } of stored.entries) {
    const { match, events } = reduce(stateAt(states, states.length - 1), command);
    states.push(match);
    entries.push({ by, command, events });
  }
  const views = new Map<string, string>();
  const open = new Map<Role, (string | null)[]>();
  return {
    id,
    states,
    entries,
    view(version, role) {
      const key = `${version} ${role}`;
      const made = views.get(key) ?? JSON.stringify(viewOf(stateAt(states, version), role));
      views.set(key, made);
      return made;
    },
    story(version, role) {
      const match = stateAt(states, version);
      const tell = (told: Told): string | null => {
        const one = seen(match, told, role);
        return one === null ? null : JSON.stringify(one);
      };
      if (match.phase === 'finished') return match.history.map(tell);
      const told = open.get(role) ?? [];
      open.set(role, told);
      for (const event of match.history.slice(told.length)) told.push(tell(event));
      return told.slice(0, match.history.length);
    },
  };
}

export function stateAt(states: readonly Match[], version: number): Match {
  const state = states[version];
  if (state === undefined) throw new Error(`there is no version ${version}`);
  return state;
}
