/** What is done with the capture and counts for the report as well: the filter, and the stream that is followed. */
import { isRight } from '../../shared/lessons/lab/attempt.ts';
import { fileOf } from '../../shared/lessons/lab/frames.ts';
import { experimentStream, markShown } from '../../shared/lessons/lab/labs.ts';
import * as bench from './bench.ts';
import { saveFile } from './download.ts';
import { answer, report } from './report.ts';

/** The frames that are shown now, held against those of the experiment. */
export const shownMark = (): ReturnType<typeof markShown> => markShown(bench.shown.value.map(({ number }) => number));

/** Shows what the filter's field says, and hands it in where it is what the report asks for. False: it is no filter. */
export function applyFilter(text?: string): boolean {
  const ok = bench.applyFilter(text);
  const attempt = report.peek()?.attempt;
  if (ok && attempt?.id === 'lab-01-two-tables' && !isRight(attempt, 'filter') && shownMark() === 'right') {
    answer('filter', bench.applied.peek().text);
  }
  return ok;
}

export function followStream(stream: number): void {
  bench.followStream(stream);
  const attempt = report.peek()?.attempt;
  if (attempt?.id === 'lab-01-two-tables' && stream === experimentStream && !isRight(attempt, 'follow')) {
    answer('follow', String(stream));
  }
}

export function saveCapture(): void {
  const id = report.peek()?.attempt.id;
  if (id === undefined) return;
  saveFile(`${id}.pcapng`, new Uint8Array(fileOf(id)), 'application/x-pcapng');
}
