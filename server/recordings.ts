/** A match that is over, as a recording: its setup and its commands, for whoever has a seat in its room. */
import type { Answer } from '../shared/protocol/answer.ts';
import { recordingOf } from '../shared/protocol/recording.ts';
import { refuse } from '../shared/protocol/refusal.ts';
import type { Request } from '../shared/protocol/request.ts';
import type { House } from './house.ts';
import type { Room } from './room.ts';

/** Its seed is in it, so it leaves the house only when nothing is left to be foreseen. */
export async function recording(
  house: House,
  room: Room,
  { match }: Request<'recording'>,
): Promise<Answer<'recording'>> {
  // The room knows the match that is played in it, and the one before; no other is asked of the store.
  if (match !== room.game.id && match !== room.stored.before) return refuse('recording/unknown');
  if (match === room.game.id && room.game.match.phase !== 'finished') return refuse('recording/not-finished');
  const stored = await house.store.match({ room: room.stored.code, match });
  if (stored === null) return refuse('recording/unknown');
  return {
    ok: true,
    recording: recordingOf(
      stored.setup,
      stored.entries.map(({ command }) => command),
    ),
  };
}
