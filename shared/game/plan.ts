/** What a scenario sets up: both hosts, what their applications do, and the sea. Data; levels compile to it too. */
import type { Fault } from '../net/fate.ts';
import type { Conditions } from '../net/weather.ts';
import type { Octets } from '../octets.ts';
import type { Seq } from '../seq.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import type { Role } from './role.ts';

export interface Plan {
  readonly hosts: { readonly [role in Role]: HostPlan };
  readonly sea: Sea;
}

export interface HostPlan {
  /** The connection as the match finds it: CLOSED, or somewhere in its life. */
  readonly tcb: Tcb;
  /** The ISS of each connection that this host begins, in turn; at least one. */
  readonly isns: readonly Seq[];
  /** The Fast Open cookie (RFC 7413) that this host gives as a server, or has as a client; null: none. */
  readonly cookie: Octets | null;
  readonly program: readonly Step[];
}

export interface Sea {
  readonly conditions: Conditions;
  readonly faults: readonly Fault[];
  /** Segments that nobody of this match sends: old duplicates and forgeries, in order of their arrival. */
  readonly ghosts: readonly Ghost[];
}

export interface Ghost {
  /** When it reaches `host`. */
  readonly at: Millis;
  readonly host: Role;
  readonly segment: Segment;
}

/** An application's step: `call` comes at `at` or later, and `after` ms after all of `when` has become true. */
export interface Step {
  readonly at: Millis;
  readonly when: readonly Condition[];
  readonly after: Millis;
  readonly call: StepCall;
}

export type StepCall =
  /** `text` rides on the SYN where Fast Open allows it. */
  | { readonly type: 'OPEN'; readonly mode: 'active' | 'passive'; readonly text: string }
  | { readonly type: 'SEND'; readonly text: string }
  | { readonly type: 'RECEIVE'; readonly most: number }
  | { readonly type: 'CLOSE' }
  | { readonly type: 'ABORT' };

export type Condition =
  | { readonly type: 'established' }
  /** At least this many octets reached this application. */
  | { readonly type: 'received'; readonly octets: number }
  /** Everything that this application sent was acknowledged. */
  | { readonly type: 'acknowledged' }
  /** The peer's FIN has come. */
  | { readonly type: 'peerClosed' };
