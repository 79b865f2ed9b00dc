/** A store whose calls are measured. What it does and says is the store's own. */
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { Meter } from './meter.ts';

export function timedStore(store: Store, { now }: Clock, meter: Meter): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const call: unknown = Reflect.get(target, name, receiver);
      if (typeof call !== 'function' || typeof name !== 'string') return call;
      return (...given: readonly unknown[]): unknown => {
        const began = now();
        const promise: unknown = Reflect.apply(call, target, given);
        if (!(promise instanceof Promise)) return promise;
        const measure = (): void => meter.stored(name, now() - began);
        promise.then(measure, measure);
        return promise;
      };
    },
  });
}
