import { openLog } from '../../server/watch/log.ts';
import { openMeter } from '../../server/watch/meter.ts';
import type { Watch } from '../../server/watch/watch.ts';
import { cleanUp } from './harness.ts';

/** Counts, and writes nothing. */
export function quietWatch(): Watch {
  const meter = openMeter();
  cleanUp(meter.close);
  return { log: openLog('silent'), meter };
}
