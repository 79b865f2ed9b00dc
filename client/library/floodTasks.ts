/** Pure: the flood's setup, and what its player has done so far. */
import { type Flood, type FloodAction, type FloodSetup, playFlood } from '../../shared/lessons/flood.ts';
import { keyOf } from '../../shared/lessons/isnMachine.ts';

/** Few places, so that they can be seen. */
export const setupOf = (cookies: boolean): FloodSetup => ({ cookies, backlog: 8, key: keyOf('lighthouse') });

export interface FloodDone {
  readonly fill: boolean;
  readonly refused: boolean;
  readonly cookies: boolean;
}

export const taken = ({ places }: Flood): number => places.filter((place) => place !== null).length;

/** What was done stays done. */
export function doneInFlood(done: FloodDone, cookies: boolean, flood: Flood): FloodDone {
  const full = taken(flood) === flood.places.length;
  return {
    fill: done.fill || (!cookies && full),
    refused: done.refused || (!cookies && flood.client.error === 'ETIMEDOUT'),
    cookies: done.cookies || (cookies && flood.cookie !== null && flood.terms !== null),
  };
}

/** The waits until the client gives up. */
export function waitsOut(cookies: boolean, actions: readonly FloodAction[]): readonly FloodAction[] {
  let all = actions;
  while (playFlood(setupOf(cookies), all).client.state === 'SYN-SENT') all = [...all, { type: 'wait' }];
  return all;
}
