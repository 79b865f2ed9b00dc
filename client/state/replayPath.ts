/** The addresses of replays: '/replay/<id>' on this server, or '/replay' with the whole match packed behind it. */
import type { Place } from './store.ts';

export type ReplayPlace = Extract<Place, { readonly type: 'replay' }>;

/** null: another place. */
export function replayOfAddress(path: string, packed: string): ReplayPlace | null {
  const [, first, id = '', rest] = path.replace(/\/+$/, '').split('/');
  if (first !== 'replay' || rest !== undefined) return null;
  return id === '' ? { type: 'replay', id: null, packed } : { type: 'replay', id, packed: null };
}

export const pathOfReplay = ({ id }: ReplayPlace): string => (id === null ? '/replay' : `/replay/${id}`);
