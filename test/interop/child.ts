/** Programs that a test started: their output, and their end. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends one program that we started, and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Everything that a program prints until it ends, and its exit code. */
export async function outcome(child: ChildProcess): Promise<{ readonly output: Buffer; readonly code: number | null }> {
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  if (child.exitCode === null) await once(child, 'close');
  return { output: Buffer.concat(parts), code: child.exitCode };
}

/** Waits for the first line that a program prints: that it is ready. What it prints later is read and dropped. */
export const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += String(part);
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
    child.once('exit', () => reject(new Error(`it ended before it was ready: ${text}`)));
  });
