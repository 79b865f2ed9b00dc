/** What a locale must say about the machines and simulators. */
import type { FloodEvent } from '../flood.ts';
import type { Design, TwoWayEvent } from '../twoWay.ts';
import type { Ability, Knower } from '../whoKnows.ts';

export interface ModelTexts {
  readonly designs: { readonly [design in Design]: string };
  readonly twoWay: { readonly [event in TwoWayEvent]: string };
  readonly broken: string;
  readonly sound: string;
  readonly isn: {
    readonly clock: string;
    readonly hash: string;
    readonly emptySlot: string;
    readonly filledSlot: string;
    readonly hit: (isn: number) => string;
    readonly miss: (guess: number, isn: number) => string;
  };
  readonly abilities: { readonly [ability in Ability]: string };
  readonly knowers: { readonly [knower in Knower]: string };
  readonly afterSegment: (n: number) => string;
  readonly knowledge: string;
  readonly flood: { readonly [event in FloodEvent]: string };
}
