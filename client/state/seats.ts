/** The seats this browser holds: the secret of each room, kept as long as a seat lives at the server. */
import { forget, recall, remember } from './storage.ts';

export interface Seat {
  readonly code: string;
  readonly secret: string;
}

/**
 * Where two tabs ask at once, the answer that comes last need not be that of the request that counted last. So the
 * secrets before the newest one are kept for a while: whichever was used last is among them.
 */
interface Kept extends Seat {
  readonly before?: readonly string[];
}

const mostBefore = 4;

function isSeat(value: unknown): value is Kept {
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

/** All secrets that may open the seat, the newest first. */
export function secretsOf(code: string): readonly string[] {
  const found = recall(key(code));
  if (!isSeat(found)) return [];
  const { secret, before } = found;
  return [secret, ...(Array.isArray(before) ? before.filter((one) => typeof one === 'string') : [])];
}

export function keepSeat({ code, secret }: Seat): void {
  const before = secretsOf(code).filter((one) => one !== secret);
  remember(key(code), { code, secret, before: before.slice(0, mostBefore) });
  remember('last', code);
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
