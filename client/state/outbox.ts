/**
 * The own move on its way. It keeps its id until an answer comes, however often the line breaks: the server
 * knows the id and acts once. One move at a time; the composer waits.
 */
import { batch } from '@preact/signals';
import type { Move } from '../../shared/judge/move.ts';
import type { Answers } from '../../shared/protocol/answer.ts';
import { ask } from '../net/socket.ts';
import { newId } from './newId.ts';
import {
  type Outgoing,
  type Problem,
  accepted,
  answered,
  apparition,
  complaint,
  outgoing,
  place,
  refused,
  session,
} from './store.ts';

/** Not final: ask again in a moment, or when the seat is taken again after a reconnect. */
const passing: ReadonlySet<Problem> = new Set([
  'silence',
  'server/busy',
  'server/closing',
  'server/failed',
  'server/cannot-save',
  'protocol/not-seated',
]);

let asking = false;

/** Who takes the moves instead of the server: the table of a level, which is in this page. null: the server. */
let table: ((move: Move) => void) | null = null;

export function playHere(take: ((move: Move) => void) | null): void {
  table = take;
}

/** Sends a move; ignored while another one is on its way, and while a copy of the match is shown. */
export function submit(move: Move): void {
  if (apparition.peek() !== null) return;
  if (table !== null) return table(move);
  const now = session.peek();
  if (now === null || now.view.role === null || outgoing.peek() !== null) return;
  const { match, version } = now;
  outgoing.value = {
    command: { id: newId(), match, basedOn: version, role: now.view.role, move },
    asks: 0,
    why: null,
  };
  void deliver();
}

/** Asks until there is an answer; called again after each reconnect. */
export async function deliver(): Promise<void> {
  const letter = outgoing.peek();
  if (letter === null || asking || place.peek().type !== 'inside') return;
  asking = true;
  outgoing.value = { ...letter, asks: letter.asks + 1 };
  const reply = await ask('command', letter.command);
  asking = false;
  // The player went elsewhere meanwhile: the answer is nobody's, and another move may be waiting.
  if (outgoing.peek()?.command.id !== letter.command.id) return deliver();
  if (reply.ok) return settle(letter, reply);
  if (passing.has(reply.code)) {
    outgoing.value = { ...letter, asks: letter.asks + 1, why: reply.code };
    setTimeout(() => void deliver(), Math.min(4000, 500 * (letter.asks + 1)));
    return;
  }
  batch(() => {
    outgoing.value = null;
    complaint.value = reply.code;
  });
}

function settle(letter: Outgoing, { verdict }: Answers['command']): void {
  batch(() => {
    outgoing.value = null;
    complaint.value = null;
    answered.value += 1;
    refused.value = verdict === null ? null : { move: letter.command.move, verdict };
    // Where rules may be broken, a wrong move is done as well.
    if (verdict === null || session.peek()?.view.judging === 'free') accepted.value += 1;
  });
}
