/** The addresses of replays: '/replay/<id>' on this server, '/replay#<packed>' with the whole match in the address. */
import type { Place } from './store.ts';

export type ReplayPlace = Extract<Place, { readonly type: 'replay' }>;

/** null: another place. */
export function replayOfAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): ReplayPlace | null {
  const [, first, id = '', rest] = pathname.replace(/\/+$/, '').split('/');
  if (first !== 'replay' || rest !== undefined) return null;
  return { type: 'replay', id: id === '' ? null : id, packed: id === '' ? hash.slice(1) : null };
}

export const addressOfReplay = ({ id, packed }: ReplayPlace): string =>
  id === null ? `/replay#${packed ?? ''}` : `/replay/${id}`;
