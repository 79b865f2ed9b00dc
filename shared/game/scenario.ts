/** What the two applications do, and when: the part of a match that is not TCP. Data, and the conditions it waits for. */
import type { Dice } from '../rng.ts';
import { fromText } from '../octets.ts';
import { isSynchronized } from '../tcp/tcb.ts';
import { assertNever } from '../result.ts';
import type { Millis } from '../time.ts';
import type { Setup } from './command.ts';
import type { End } from './match.ts';
import { otherRole, type Role } from './role.ts';

/** An application's step: `call` comes `after` ms after all of `when` has become true. */
export interface Step {
  readonly when: readonly Condition[];
  readonly after: Millis;
  readonly call:
    | { readonly type: 'OPEN'; readonly mode: 'active' | 'passive' }
    | { readonly type: 'SEND'; readonly text: string }
    | { readonly type: 'CLOSE' };
}

export type Condition =
  | { readonly type: 'established' }
  /** At least this many octets reached this application. */
  | { readonly type: 'received'; readonly octets: number }
  /** Everything that this application sent was acknowledged. */
  | { readonly type: 'acknowledged' }
  /** The peer's FIN has come. */
  | { readonly type: 'peerClosed' };

/** The whole life of a connection: open, one message each way, close by `setup.closer` first. */
export function program(setup: Setup, role: Role, dice: Dice): readonly Step[] {
  const awaits: readonly Condition[] = [{ type: 'received', octets: fromText(setup.texts[otherRole(role)]).length }];
  const close: Step =
    role === setup.closer
      ? { when: [...awaits, { type: 'acknowledged' }], after: 200 + dice.below(200), call: { type: 'CLOSE' } }
      : { when: [{ type: 'peerClosed' }], after: dice.below(300), call: { type: 'CLOSE' } };
  const open: Step = { when: [], after: 0, call: { type: 'OPEN', mode: role === 'client' ? 'active' : 'passive' } };
  const send: Step = {
    when: role === 'client' ? [{ type: 'established' }] : awaits,
    after: role === 'client' ? 150 + dice.below(150) : 100 + dice.below(200),
    call: { type: 'SEND', text: setup.texts[role] },
  };
  return [open, send, close];
}

export function holds(condition: Condition, end: End): boolean {
  switch (condition.type) {
    case 'established':
      return isSynchronized(end.tcb.state);
    case 'received':
      return end.received.length >= condition.octets;
    case 'acknowledged':
      return end.tcb.snd.text.length === 0;
    case 'peerClosed': {
      const { state } = end.tcb;
      return state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
    }
    default:
      return assertNever(condition);
  }
}
