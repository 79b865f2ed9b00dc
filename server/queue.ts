/** One after the other: a task begins when the one before it has ended, however that ended. */
export interface Queue {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Tasks that have not ended yet. */
  readonly size: () => number;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let size = 0;
  return {
    async run(task) {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<null>();
      last = promise;
      size += 1;
      await before;
      try {
        return await task();
      } finally {
        size -= 1;
        resolve(null);
      }
    },
    size: () => size,
  };
}
