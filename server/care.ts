/**
 * What happens to what nobody uses any more. A room whose match has ended goes to the archive when it leaves memory,
 * any other after a day; there it wakes when somebody comes back. After thirty days everything is deleted.
 */
import type { Millis } from '../shared/time.ts';
import { type House, keepTrack, mayRest } from './house.ts';
import { deadAfter } from './nodes.ts';
import { repeat } from './repeat.ts';
import { keptFor } from './store/runStore.ts';

const hour: Millis = 3_600_000;
/** At first every node that a room names may be alive; by now those that are not are known. */
const soon: Millis = 2 * deadAfter;
/** A room that nobody has entered or left for so long rests, wherever its match stands. */
const restAfter: Millis = 24 * hour;
/** Rooms that are looked at together. */
const atOnce = 100;

/** Looks around now, soon, and every hour; the function that comes back ends it. */
export function takeCare(house: House): () => void {
  const look = (): void => {
    if (!house.closing) keepTrack(house, lookAround(house));
  };
  look();
  const callOff = house.clock.wake(house.clock.now() + soon, look);
  const stop = repeat(house.clock, hour, look);
  return () => {
    callOff();
    stop();
  };
}

async function lookAround(house: House): Promise<void> {
  const { store, clock, watch } = house;
  await house.nodes.freshen();
  const dropped = await store.dropOld(clock.date() - keptFor);
  let archived = 0;
  for (let after = ''; !house.closing;) {
    const codes = await store.oldRooms(clock.date() - restAfter, after, atOnce);
    for (const code of codes) if (await putToRest(house, code)) archived += 1;
    const last = codes.at(-1);
    if (last === undefined || codes.length < atOnce) break;
    after = last;
  }
  if (archived + dropped.rooms + dropped.runs > 0) watch.log.info({ archived, ...dropped }, 'looked around');
}

/** Not one that is damaged: whoever repairs the store shall find it where it was. */
async function putToRest(house: House, code: string): Promise<boolean> {
  if (house.inUse.has(code) || house.quarantine.has(code)) return false;
  const found = await house.store.room(code);
  if (found === null || !mayRest(house, found.room)) return false;
  const isResting = await house.store.archive(code, found.revision);
  // What this process remembers of it would be older than what comes back.
  if (isResting && !house.inUse.has(code)) house.rooms.delete(code);
  return isResting;
}
