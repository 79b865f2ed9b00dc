/**
 * A whole match, frame by frame, from where it began and the log of its commands. Replays are shown from it, captures
 * are written from it, and a fork goes on from one of its frames.
 *
 * One command may pass many instants at which something happens; a film stops at each of them.
 */
import type { Command } from './command.ts';
import type { Told } from './event.ts';
import type { Match } from './match.ts';
import { nextDue } from './pace.ts';
import { reduce } from './reduce.ts';

/** The match right after something happened. */
export interface Frame {
  readonly match: Match;
  /** What happened to get here, in order; empty only in the first frame. */
  readonly events: readonly Told[];
}

/** Never empty: the first frame is the match before its first command. */
export type Film = readonly [Frame, ...Frame[]];

export function filmOf(first: Match, commands: readonly Command[]): Film {
  const frames: [Frame, ...Frame[]] = [{ match: first, events: [] }];
  let match = first;
  const take = (command: Command): void => {
    const next = reduce(match, command);
    match = next.match;
    if (next.events.length > 0) frames.push(next);
  };
  for (const command of commands) {
    for (let due = nextDue(match); due !== null && due < command.at; due = nextDue(match)) {
      const before = match;
      take({ type: 'advance', at: due });
      // Time stands still while somebody decides: then the command does not get further either.
      if (match.now < due || match.history.length === before.history.length) break;
    }
    take(command);
  }
  return frames;
}

export const lastFrame = (film: Film): Frame => film.at(-1) ?? film[0];
