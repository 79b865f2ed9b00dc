/** What a locale must say to help at a decision. */
import type { AppCall } from '../../game/event.ts';
import type { Trigger } from '../../game/view.ts';
import type { State, TimerName } from '../../tcp/state.ts';
import type { SeqSource } from '../workedExample.ts';

export interface HintTexts {
  readonly and: string;
  readonly arrived: (segment: string) => string;
  readonly called: { readonly [call in AppCall['call']]: (octets: number) => string };
  readonly expired: { readonly [timer in TimerName]: string };
  readonly standstill: string;
  readonly look: (what: string) => string;
  readonly thenLook: string;
  readonly askState: (state: State) => string;
  readonly ask: { readonly [kind in Trigger['type']]: readonly string[] };
  /** `9293 3.5`, in words. */
  readonly where: (section: string) => string;
  readonly partial: (flags: string) => string;
  readonly partialOctets: (octets: number) => string;
  readonly numbersLeft: string;
  readonly partialWait: string;
  readonly exampleSituation: (numbers: string) => string;
  readonly exampleArrived: (segment: string) => string;
  readonly exampleSends: (segment: string) => string;
  readonly exampleWait: string;
  readonly seqFrom: { readonly [source in SeqSource]: (seq: number) => string };
  /** ack = seq of what arrived + the numbers that it uses. */
  readonly ackCounted: (seq: number, uses: number, ack: number) => string;
  readonly ackUnmoved: (ack: number) => string;
  readonly nowYou: string;
  /** Three moves were refused: the way is shown, and has to be gone. */
  readonly reasoning: string;
}
