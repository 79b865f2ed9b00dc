/**
 * The signal flags of the International Code of Signals that stand for the control bits, as squares of 6 x 6
 * units. The one table that the SVG picture and the Phaser scene draw from.
 */
import type { Cloth } from '../style/tokens.ts';
import type { Flag } from '../../shared/tcp/segment.ts';

/** A filled polygon: x, y, x, y, ... in units of the flag. */
export interface Patch {
  readonly cloth: Cloth;
  readonly points: readonly number[];
}

export interface SignalFlag {
  /** The letter of the code, and its name there. */
  readonly letter: string;
  readonly name: string;
  /** The first patch is the whole flag; its outline is the flag's outline. */
  readonly patches: readonly Patch[];
}

const box = (cloth: Cloth, x: number, y: number, w: number, h: number): Patch => ({
  cloth,
  points: [x, y, x + w, y, x + w, y + h, x, y + h],
});

export const signalFlags: { readonly [flag in Flag]: SignalFlag } = {
  SYN: { letter: 'S', name: 'Sierra', patches: [box('white', 0, 0, 6, 6), box('blue', 2, 2, 2, 2)] },
  ACK: {
    letter: 'A',
    name: 'Alfa',
    patches: [
      { cloth: 'blue', points: [0, 0, 6, 0, 4.4, 3, 6, 6, 0, 6] },
      { cloth: 'white', points: [0, 0, 3, 0, 3, 6, 0, 6] },
    ],
  },
  FIN: {
    letter: 'F',
    name: 'Foxtrot',
    patches: [box('white', 0, 0, 6, 6), { cloth: 'red', points: [3, 0.2, 5.8, 3, 3, 5.8, 0.2, 3] }],
  },
  RST: {
    letter: 'R',
    name: 'Romeo',
    patches: [box('red', 0, 0, 6, 6), box('yellow', 2.5, 0, 1, 6), box('yellow', 0, 2.5, 6, 1)],
  },
  PSH: { letter: 'P', name: 'Papa', patches: [box('blue', 0, 0, 6, 6), box('white', 2, 2, 2, 2)] },
  URG: {
    letter: 'U',
    name: 'Uniform',
    patches: [box('white', 0, 0, 6, 6), box('red', 0, 0, 3, 3), box('red', 3, 3, 3, 3)],
  },
  ECE: { letter: 'E', name: 'Echo', patches: [box('red', 0, 0, 6, 6), box('blue', 0, 0, 6, 3)] },
  CWR: {
    letter: 'C',
    name: 'Charlie',
    patches: [
      box('blue', 0, 0, 6, 6),
      box('white', 0, 1.2, 6, 1.2),
      box('red', 0, 2.4, 6, 1.2),
      box('white', 0, 3.6, 6, 1.2),
    ],
  },
};

/** The order in which a segment's bits are named and hoisted: as textbooks write them. */
export const hoistOrder: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK', 'ECE', 'CWR'];

/** 'SYN,ACK'; the empty string where no bit is set. */
export const flagText = (flags: readonly Flag[]): string => hoistOrder.filter((flag) => flags.includes(flag)).join(',');
