/** The seats this browser holds: the secret of each room, kept as long as a seat lives at the server. */
import { forget, recall, remember } from './storage.ts';

export interface Seat {
  readonly code: string;
  readonly secret: string;
}

function isSeat(value: unknown): value is Seat {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'secret' in value &&
    typeof value.secret === 'string'
  );
}

const key = (code: string): string => `seat.${code}`;

export function seatOf(code: string): Seat | null {
  const found = recall(key(code));
  return isSeat(found) ? found : null;
}

export function keepSeat(seat: Seat): void {
  remember(key(seat.code), seat);
  remember('last', seat.code);
}

export function dropSeat(code: string): void {
  forget(key(code));
  if (recall('last') === code) forget('last');
}

/** The room this browser sat in last, if the seat was not given up. */
export function lastSeat(): Seat | null {
  const code = recall('last');
  return typeof code === 'string' ? seatOf(code) : null;
}
