/** Rooms and commands to fill a store with. */
import { drawSetup } from '../../../shared/game/setup.ts';
import type { StoredRoom } from '../../../server/store/records.ts';
import type { Draft, Entry, Head, NewRoom, Store } from '../../../server/store/store.ts';

export const room: StoredRoom = {
  code: 'ABC234',
  weather: 'calm',
  clock: 'study',
  locale: 'en',
  ends: {
    client: { keeper: 'human', seat: 'seat', lock: { used: null, issued: ['hash'] }, line: { node: 'n', id: 'l' } },
    server: { keeper: 'nobody' },
  },
  match: 'match',
  before: null,
  rematch: [],
  standIn: 60,
};
export const setup = drawSetup({
  seed: 1,
  weather: 'calm',
  clock: 'study',
  judging: 'strict',
  closer: 'client',
  keepers: { client: 'human', server: 'human' },
  locale: 'zh-CN',
});
export const first: NewRoom = { room, revision: 1, match: { id: 'match', setup }, at: 1_700_000_000_000.5 };
export const log = { room: 'ABC234', match: 'match' };

export const advance = (version: number): Draft => ({ version, command: { type: 'advance', at: version }, by: null });
export const move = (version: number, id: string): Draft => ({
  version,
  command: { type: 'move', at: 0, role: 'client', move: { type: 'wait' } },
  by: { seat: 'seat', id },
});

export async function startOf(store: Store): Promise<Head> {
  const match = await store.match(log);
  if (match === null) throw new Error('the match was stored');
  return match.start;
}

export async function keep(store: Store, after: Head, draft: Draft): Promise<Entry> {
  const appended = await store.append(log, draft, after);
  if (appended.type !== 'appended') throw new Error(appended.type);
  return appended.entry;
}
