/**
 * Runs on their way to the board. A run that was won without a line waits in storage, also over a reload, and is sent
 * when the server is there again: its attempt was handed out before it was played, so nothing about its clock becomes
 * impossible by waiting; only after a day it is too old.
 */
import { signal } from '@preact/signals';
import type { Ranked } from '../../shared/protocol/answer.ts';
import type { RefusalCode } from '../../shared/protocol/refusal.ts';
import type { Request } from '../../shared/protocol/request.ts';
import { ask, isConnected } from '../net/socket.ts';
import { ownIdentity, takeName } from './player.ts';
import { recall, remember } from './storage.ts';

/** All but who sends it: a player who takes another name meanwhile sends it under that one. */
export type Letter = Omit<Request<'run'>, 'player' | 'nickname'>;

export type Fate =
  | { readonly type: 'sending' }
  /** No line, or no answer yet. */
  | { readonly type: 'waiting' }
  /** `best`: none of this player's was better. `own`: the line on the board, null where a thousand are better. */
  | { readonly type: 'verified'; readonly best: boolean; readonly own: Ranked | null }
  | { readonly type: 'refused'; readonly code: RefusalCode };

const KEY = 'runs';
/** More wait in no browser; the oldest goes. */
const most = 20;

const isLetter = (value: unknown): value is Letter =>
  typeof value === 'object' && value !== null && 'attempt' in value && typeof value.attempt === 'string';

function stored(): readonly Letter[] {
  const found = recall(KEY);
  return Array.isArray(found) ? found.filter(isLetter) : [];
}

/** What this page has to send. It is the same in storage, where there is one. */
let held = stored();

/** How many runs wait to be sent. */
export const waiting = signal(held.length);

function hold(next: readonly Letter[]): void {
  held = next;
  waiting.value = next.length;
}

const without = (letters: readonly Letter[], attempt: string): readonly Letter[] =>
  letters.filter((other) => other.attempt !== attempt);

function put(letter: Letter): void {
  hold([...held, letter].slice(-most));
  remember(KEY, [...without(stored(), letter.attempt), letter].slice(-most));
}

function drop({ attempt }: Letter): void {
  hold(without(held, attempt));
  remember(KEY, without(stored(), attempt));
}

/** What became of the runs of this page, by attempt. */
export const fates = signal<ReadonlyMap<string, Fate>>(new Map());

const decide = (attempt: string, fate: Fate): void => {
  fates.value = new Map([...fates.peek(), [attempt, fate]]);
};

/** Sends a run as soon as that can be. `proposal`: the nickname of who has none yet. */
export function post(letter: Letter, proposal: string): void {
  if (ownIdentity().nickname === null) takeName(proposal);
  put(letter);
  decide(letter.attempt, { type: 'waiting' });
  void deliverRuns();
}

let busy = false;
let again: ReturnType<typeof setTimeout> | null = null;
/** Wall milliseconds until the next try where the server did not answer. */
const pause = 5000;

/** Sends what waits, one after the other; called again after each reconnect. */
export async function deliverRuns(): Promise<void> {
  if (again !== null) clearTimeout(again);
  again = null;
  if (busy || !isConnected()) return;
  busy = true;
  try {
    for (let [letter] = held; letter !== undefined; [letter] = held) {
      const fate = await send(letter);
      decide(letter.attempt, fate);
      if (fate.type === 'waiting') {
        again = setTimeout(() => void deliverRuns(), pause);
        return;
      }
      drop(letter);
    }
  } finally {
    busy = false;
  }
}

async function send(letter: Letter): Promise<Fate> {
  decide(letter.attempt, { type: 'sending' });
  const { secret, nickname } = ownIdentity();
  const reply = await ask('run', { ...letter, player: secret, nickname });
  if (reply.ok) return { type: 'verified', best: reply.best, own: reply.own };
  if (reply.code === 'silence' || reply.code.startsWith('server/')) return { type: 'waiting' };
  // The answer got lost, or another tab of this browser sent it: it was taken, and the board has it.
  if (reply.code === 'attempt/used') return taken(letter, secret);
  return { type: 'refused', code: reply.code };
}

async function taken({ level, claim }: Letter, player: string): Promise<Fate> {
  const reply = await ask('board', { level, player });
  if (!reply.ok) return reply.code === 'silence' ? { type: 'waiting' } : { type: 'verified', best: false, own: null };
  const best = reply.own !== null && reply.own.points === claim.points && reply.own.stars === claim.stars;
  return { type: 'verified', best, own: reply.own };
}

/** Nothing of what waits is sent any more. */
export function dropRuns(): void {
  hold([]);
  remember(KEY, []);
  fates.value = new Map();
}
