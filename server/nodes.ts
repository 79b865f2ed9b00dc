/**
 * Which nodes live. Each adds to a counter of its own in the store, and whoever sees a counter stand still for too long
 * takes its node for dead. Nobody compares clocks: how long it stood still, everybody measures by the own one.
 */
import type { Millis } from '../shared/time.ts';
import type { Clock } from './clock.ts';
import type { NodeStore } from './store/nodeStore.ts';

/** Milliseconds between two beats. */
export const beatEvery = 1000;
/** A counter that stood still for so many milliseconds is that of a dead node. */
export const deadAfter = 5000;

export interface Nodes {
  /** This node. */
  readonly own: string;
  /** As far as the last look at the store shows. A node that nobody has heard of has just begun. */
  readonly isAlive: (node: string) => boolean;
  /** Counts on, and looks at the others. */
  readonly beat: () => Promise<void>;
  /** Beats only if the last beat is old. */
  readonly freshen: () => Promise<void>;
  /** This node ends: the others need not wait. */
  readonly leave: () => Promise<void>;
}

interface Sight {
  readonly count: number;
  /** When the counter was first seen there; -Infinity: its node has left. */
  readonly since: Millis;
}

export function openNodes(store: NodeStore, { now }: Clock, own: string): Nodes {
  const sights = new Map<string, Sight>();
  let beaten = -Infinity;
  const look = (counts: ReadonlyMap<string, number>): void => {
    for (const [node, { count }] of sights)
      if (count >= 0 && !counts.has(node)) sights.set(node, { count, since: -Infinity });
    for (const [node, count] of counts)
      if (sights.get(node)?.count !== count) sights.set(node, { count, since: now() });
  };
  const beat = async (): Promise<void> => {
    look(await store.beat(own));
    beaten = now();
    for (const [node, { count, since }] of sights)
      if (count >= 0 && since > -Infinity && now() - since > 12 * deadAfter) await store.buryNode(node, count);
  };
  return {
    own,
    isAlive(node) {
      if (node === own) return true;
      const sight = sights.get(node);
      if (sight === undefined) sights.set(node, { count: -1, since: now() });
      return sight === undefined || now() - sight.since < deadAfter;
    },
    beat,
    freshen: async () => {
      if (now() - beaten > 2 * beatEvery) await beat();
    },
    leave: () => store.leaveNode(own),
  };
}
