/** The eyes of whoever runs the server: its log and its meter, handed around together. */
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';

export interface Watch {
  readonly log: Log;
  readonly meter: Meter;
}

/** Something of ours went wrong: it is counted, and written down. */
export function reportFailure({ log, meter }: Watch, error: unknown): void {
  meter.failed();
  log.error({ err: error }, 'failed');
}
