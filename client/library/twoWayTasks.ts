/** Pure: what the player of the two-way machine has done, and which steps both designs have in common. */
import {
  type Design,
  type TwoWayAction,
  type TwoWayEvent,
  type World,
  isBroken,
  newWorld,
  possible,
  step,
} from '../../shared/lessons/twoWay.ts';

export interface TwoWayDone {
  /** With two segments, the server held what no client had. */
  readonly broke: boolean;
  /** With three, a late SYN was refused, and the server let go. */
  readonly saved: boolean;
}

/** What was done stays done. */
export function doneInTwoWay(
  done: TwoWayDone,
  { world, events }: { readonly world: World; readonly events: readonly TwoWayEvent[] },
): TwoWayDone {
  const refused = events.indexOf('client-refuses');
  return {
    broke: done.broke || (world.design === 'two-way' && isBroken(world)),
    saved: done.saved || (world.design === 'three-way' && refused >= 0 && events.includes('server-forgets', refused)),
  };
}

/** Of these steps, those that the other design has as well: up to the first that it does not. */
export function replayable(design: Design, actions: readonly TwoWayAction[]): readonly TwoWayAction[] {
  const kept: TwoWayAction[] = [];
  let world = newWorld(design);
  for (const action of actions) {
    const name = 'name' in action ? action.name : '';
    const has = possible(world).some((one) => one.type === action.type && ('name' in one ? one.name : '') === name);
    // A SYN,ACK that was let in with two segments may have been answered with three: the rest goes on by hand.
    if (!has) break;
    kept.push(action);
    world = step(world, action);
  }
  return kept;
}
