/** Plays a seat over its socket, from its views alone. */
import type { Snapshot, Standing } from '../../shared/protocol/answer.ts';
import type { Move } from '../../shared/judge/move.ts';
import { type Player, good, newId } from './harness.ts';

export const isDeciding = ({ view }: Standing): boolean => (view.own?.decision.length ?? 0) > 0;

/** The newest standing of `match` that this player heard of; `first` where nothing came since. */
export function newest(player: Player, first: Standing): Standing {
  const standings = player.heard.flatMap((message) =>
    message.name === 'update' || message.name === 'snapshot' ? [message.content] : [],
  );
  return standings.findLast((standing) => standing.match === first.match) ?? first;
}

export async function move(player: Player, { match, version, view }: Standing, wanted: Move, id = newId()) {
  const role = view.role ?? 'client';
  return good(await player.ask('command', { id, match, basedOn: version, role, move: wanted }));
}

/** What the judge wants where waiting is wrong; null where waiting was right, and has been done. */
export async function moveOrWait(player: Player, standing: Standing): Promise<Move | null> {
  const { verdict } = await move(player, standing, { type: 'wait' });
  return verdict?.expected[0] ?? null;
}

/** Plays to the end of the match and comes back with the whole story. */
export async function play(player: Player, first: Snapshot): Promise<Snapshot> {
  for (;;) {
    const now = newest(player, first);
    if (now.view.phase === 'finished')
      return player.hear('snapshot', (one) => one.match === first.match && one.view.phase === 'finished');
    if (isDeciding(now)) {
      const right = await moveOrWait(player, now);
      if (right !== null) await move(player, now, right);
    } else await player.hear('update', (one) => one.match === now.match && one.version > now.version);
  }
}
