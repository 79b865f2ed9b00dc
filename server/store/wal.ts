/**
 * Whether the write-ahead log that a killed process left behind is whole. SQLite reads it up to the first frame whose
 * checksum does not fit, and says nothing: rightly, where a write was interrupted; wrongly, where an old frame was
 * damaged and everything behind it is forgotten with it. The format: https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
import { existsSync, readFileSync } from 'node:fs';

const headerLength = 32;
const frameHeaderLength = 24;

/** What is wrong with the log of `file`; null: nothing, or there is none. */
export function faultOfWal(file: string): string | null {
  const wal = `${file}-wal`;
  if (!existsSync(wal)) return null;
  const octets = readFileSync(wal);
  if (octets.length <= headerLength) return null;
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  const isLittle = (view.getUint32(0) & 1) === 0;
  const header = sum(view, { from: 0, to: 24 }, [0, 0], isLittle);
  if (!isAt(view, 24, header)) return 'the header of the write-ahead log is damaged: what was in it is lost';
  return faultOfFrames(view, header, isLittle);
}

function faultOfFrames(view: DataView, header: Sum, isLittle: boolean): string | null {
  const pageSize = view.getUint32(8);
  const [salt, otherSalt] = [view.getUint32(16), view.getUint32(20)];
  let last = header;
  const length = frameHeaderLength + pageSize;
  for (let at = headerLength, n = 0; at + length <= view.byteLength; at += length, n += 1) {
    const [ownSalt, ownOtherSalt] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    const content = sum(view, { from: at, to: at + 8 }, last, isLittle);
    last = sum(view, { from: at + frameHeaderLength, to: at + length }, content, isLittle);
    if (ownSalt === salt && ownOtherSalt === otherSalt && isAt(view, at + 16, last)) continue;
    // What is left of an older log has two other salts: here the log ends.
    const isOfThisLog = ownSalt === salt || ownOtherSalt === otherSalt;
    return isOfThisLog ? `the write-ahead log is damaged after ${n} pages: what was written then is lost` : null;
  }
  return null;
}

type Sum = readonly [number, number];

const isAt = (view: DataView, at: number, [one, two]: Sum): boolean =>
  view.getUint32(at) === one && view.getUint32(at + 4) === two;

/** SQLite's checksum over 32-bit words, in pairs. */
function sum(
  view: DataView,
  { from, to }: { readonly from: number; readonly to: number },
  [first, second]: Sum,
  isLittle: boolean,
): Sum {
  let [one, two] = [first, second];
  for (let at = from; at < to; at += 8) {
    one = (one + view.getUint32(at, isLittle) + two) >>> 0;
    two = (two + view.getUint32(at + 4, isLittle) + one) >>> 0;
  }
  return [one, two];
}
