/**
 * Gathers what is asked for in one turn of the event loop and asks the database once: a round trip a turn, not one a
 * request. While a batch is under way the next one fills, so that the busier the server, the larger the batches.
 */
export interface Batching<In, Out> {
  /** Of two with one key, the second waits for the first to be done. */
  readonly key: (one: In) => string;
  /** Answers in the order of the batch. */
  readonly send: (batch: readonly In[]) => Promise<readonly Out[]>;
  /** A batch that fails so is sent again, one by one: the others must not fail with the one. */
  readonly isOfOne: (error: unknown) => boolean;
  /** How many batches may be under way. */
  readonly most: number;
}

interface Job<In, Out> {
  readonly one: In;
  readonly key: string;
  readonly resolve: (outcome: Out) => void;
  readonly reject: (error: unknown) => void;
}

/** So many go in one batch. */
const longest = 256;

export function batched<In, Out>({ key, send, isOfOne, most }: Batching<In, Out>): (one: In) => Promise<Out> {
  let waiting: Job<In, Out>[] = [];
  const busy = new Set<string>();
  let underWay = 0;
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned || underWay >= most || waiting.length === 0) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      const batch = take();
      if (batch.length === 0) return;
      underWay += 1;
      void carry(batch).finally(() => {
        underWay -= 1;
        for (const job of batch) busy.delete(job.key);
        plan();
      });
      plan();
    });
  };
  const take = (): readonly Job<In, Out>[] => {
    const batch: Job<In, Out>[] = [];
    waiting = waiting.filter((job) => {
      if (batch.length >= longest || busy.has(job.key)) return true;
      busy.add(job.key);
      batch.push(job);
      return false;
    });
    return batch;
  };
  const carry = async (batch: readonly Job<In, Out>[]): Promise<void> => {
    try {
      const outcomes = await send(batch.map(({ one }) => one));
      for (const [n, job] of batch.entries()) {
        const outcome = outcomes[n];
        if (outcome === undefined) job.reject(new Error('a batch has fewer answers than questions'));
        else job.resolve(outcome);
      }
    } catch (error) {
      if (batch.length > 1 && isOfOne(error)) for (const job of batch) await carry([job]);
      else for (const job of batch) job.reject(error);
    }
  };
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, key: key(one), resolve, reject });
      plan();
    });
}
