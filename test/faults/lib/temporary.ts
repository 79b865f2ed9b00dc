/** What a row has made and must not leave behind: folders, programs, connections. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cleanups: (() => Promise<unknown> | void)[] = [];
export const cleanUp = (action: () => Promise<unknown> | void): void => void cleanups.push(action);

/** Newest first, all of them, whatever goes wrong. */
export async function cleanUpAll(): Promise<void> {
  for (const action of cleanups.splice(0).toReversed())
    try {
      await action();
    } catch (error) {
      console.error(error);
    }
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ackward-faults-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
