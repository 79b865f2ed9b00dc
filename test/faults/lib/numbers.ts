/** Times and amounts, as reports say them. */

/** The value below which a share of all lies; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const mb = (octets: number): string => `${(octets / 1e6).toFixed(1)} MB`;
export const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

/** Looks again and again until it is so; false where it is not within `millis`. */
export async function until(millis: number, isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + millis;
  for (;;) {
    if (await isSo()) return true;
    if (performance.now() > end) return false;
    await sleep(25);
  }
}

/** Does `work` for each of `items`, so many at a time. */
export async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** 0, 1, 2, ... */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
