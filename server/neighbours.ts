/** What other nodes do concerns the rooms that are in use here; and they are told that this node lives. */
import { type House, keepTrack, visit } from './house.ts';
import { beatEvery } from './nodes.ts';
import { isUnsettled } from './presence.ts';
import { repeat } from './repeat.ts';
import { followUp } from './reread.ts';
import { reportFailure } from './watch/watch.ts';

/** The function that comes back ends it; the node is gone then. */
export function followNeighbours(house: House): () => Promise<void> {
  const stopWatching = house.store.watch((rooms) => keepTrack(house, lookAfter(house, rooms)));
  let isBeating = false;
  const beat = async (): Promise<void> => {
    isBeating = true;
    try {
      await house.nodes.beat();
    } finally {
      isBeating = false;
    }
    for (const [code, room] of house.inUse)
      if (isUnsettled(house, room))
        keepTrack(
          house,
          visit(house, code, (one) => followUp(house, one)),
        );
  };
  const stopBeating = repeat(house.clock, beatEvery, () => {
    if (house.inUse.size > 0 && !isBeating && !house.closing) keepTrack(house, beat());
  });
  return async () => {
    stopWatching();
    stopBeating();
    // Where that cannot be stored, the others see the counter stand still.
    await house.nodes.leave().catch((error: unknown) => reportFailure(house.watch, error));
  };
}

/** Reads again what of these rooms has changed since this node read it; null: of all. */
async function lookAfter(house: House, rooms: readonly string[] | null): Promise<void> {
  const codes = (rooms ?? [...house.inUse.keys()]).filter((code) => house.inUse.has(code));
  if (codes.length === 0 || house.closing) return;
  const heads = await house.store.heads(codes);
  const behind = heads.filter(({ code, revision, match, version }) => {
    const room = house.inUse.get(code);
    return room !== undefined && (revision > room.revision || match !== room.game.id || version > room.game.version);
  });
  await Promise.all(behind.map(({ code }) => visit(house, code, (room) => followUp(house, room))));
}
