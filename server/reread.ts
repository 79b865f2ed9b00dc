/** Takes into memory what other nodes have written of a room. */
import { type House, loadGame } from './house.ts';
import { catchUp, ensureStarted, goOn, resetClock, settleSeats, tick } from './play.ts';
import { type Room, dismissOlder, tellRoom, tellStory } from './room.ts';
import { damage } from './store/chain.ts';

/** The record, the next match where there is one, and the log. Whoever has lost the seat to a newer connection is told. */
export async function reread(house: House, room: Room): Promise<void> {
  const { code } = room.stored;
  const found = await house.store.room(code);
  if (found === null) throw damage(code, `room ${code} is gone`);
  if (found.revision > room.revision) {
    room.stored = found.room;
    room.revision = found.revision;
    dismissOlder(room, house.nodes.own);
  }
  if (room.stored.match === room.game.id) await catchUp(house, room);
  else await turnOver(house, room);
}

/** The next match of the room: everybody sees it from its beginning. */
export async function turnOver(house: House, room: Room): Promise<void> {
  const game = await loadGame(house.store, room.stored);
  if (game === null) throw new Error(`match ${room.stored.match} was made by other rules than ours`);
  const before = room.game;
  room.game = game;
  room.away.clear();
  try {
    await ensureStarted(house, room);
  } catch (error) {
    // Nobody was told of it yet: whoever reads the room again comes by here again.
    room.game = before;
    throw error;
  }
  resetClock(house, room);
  tellStory(room);
  tellRoom(room);
}

/** Something about this room has changed elsewhere: everybody here hears of it. */
export async function followUp(house: House, room: Room): Promise<void> {
  await reread(house, room);
  await ensureStarted(house, room);
  await settleSeats(house, room);
  goOn(house, room);
}

/** The alarm of a room rang: whatever is due happens, after what this node may have missed. */
export async function ring(house: House, room: Room): Promise<void> {
  if (room.isInDoubt) {
    await followUp(house, room);
    room.isInDoubt = false;
  }
  await tick(house, room);
}
