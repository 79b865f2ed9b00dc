/** From a level to its replay: the log goes into the address, so that it can be copied from there. */
import { RULES } from '../../shared/game/rules.ts';
import { packLog } from '../../shared/protocol/log.ts';
import type { Sitting } from '../solo/sitting.ts';
import { goToReplay } from '../state/seat.ts';
import { packRecording } from './link.ts';

/** Where this attempt has no log that could be told again, nothing happens. */
export async function replayLevel({ level, seed, entries, way }: Sitting): Promise<void> {
  const log = packLog(entries);
  if (log === null) return;
  const { id, version } = level;
  const packed = await packRecording({ kind: 'level', level: id, version, rules: RULES, seed, ...way, log });
  goToReplay({ type: 'replay', id: null, packed });
}
