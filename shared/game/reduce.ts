/** The one reducer: a match and a command in, the next match and what happened out. Pure and deterministic. */
import { assertNever } from '../result.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { Told } from './event.ts';
import type { Match } from './match.ts';
import { comeIntoSight, passTo, settle, watchProgram } from './passing.ts';
import { sit } from './seat.ts';
import { roles } from './role.ts';
import { begin, finish, type Story, tell } from './story.ts';

/** Folds one command. A command whose `at` lies before the match's present acts now. */
export function reduce(match: Match, command: Command): { readonly match: Match; readonly events: readonly Told[] } {
  const story = begin(match);
  passTo(story, command.at);
  switch (command.type) {
    case 'start':
      if (story.match.phase === 'waiting') start(story);
      break;
    case 'advance':
      break;
    case 'move':
      if (story.match.phase === 'playing') {
        decide(story, story.match.ends[command.role], command.move);
        settle(story);
      }
      break;
    case 'seat':
      sit(story, story.match.ends[command.role], command.to);
      break;
    case 'occupy':
      story.match.ends[command.role].keeper = command.keeper;
      settle(story);
      break;
    default:
      assertNever(command);
  }
  // What is due at this very instant belongs to this command.
  passTo(story, story.match.now);
  return finish(story, match);
}

function start(story: Story): void {
  story.match.phase = 'playing';
  tell(story, { type: 'started' });
  comeIntoSight(story);
  for (const role of roles) watchProgram(story, story.match.ends[role]);
}

/** The whole fold. */
export const replay = (match: Match, commands: readonly Command[]): Match =>
  commands.reduce((sofar, command) => reduce(sofar, command).match, match);
