/**
 * The signal flags of the International Code of Signals that stand for the control bits, as squares of 6 x 6
 * units. The one table that the SVG picture and the Phaser scene draw from.
 */
import type { Paint } from '../style/tokens.ts';
import type { Flag } from '../../shared/tcp/segment.ts';

/** A filled polygon: x, y, x, y, ... in units of the flag. */
export interface Patch {
  readonly fill: Paint;
  readonly points: readonly number[];
}

export interface SignalFlag {
  /** The letter of the code, and its name there. */
  readonly letter: string;
  readonly name: string;
  /** The first patch is the whole flag; its outline is the flag's outline. */
  readonly patches: readonly Patch[];
}

const box = (fill: Paint, x: number, y: number, w: number, h: number): Patch => ({
  fill,
  points: [x, y, x + w, y, x + w, y + h, x, y + h],
});

export const signalFlags: { readonly [flag in Flag]: SignalFlag } = {
  SYN: { letter: 'S', name: 'Sierra', patches: [box('clothWhite', 0, 0, 6, 6), box('clothBlue', 2, 2, 2, 2)] },
  ACK: {
    letter: 'A',
    name: 'Alfa',
    patches: [
      { fill: 'clothBlue', points: [0, 0, 6, 0, 4.4, 3, 6, 6, 0, 6] },
      { fill: 'clothWhite', points: [0, 0, 3, 0, 3, 6, 0, 6] },
    ],
  },
  FIN: {
    letter: 'F',
    name: 'Foxtrot',
    patches: [box('clothWhite', 0, 0, 6, 6), { fill: 'clothRed', points: [3, 0.2, 5.8, 3, 3, 5.8, 0.2, 3] }],
  },
  RST: {
    letter: 'R',
    name: 'Romeo',
    patches: [box('clothRed', 0, 0, 6, 6), box('clothYellow', 2.5, 0, 1, 6), box('clothYellow', 0, 2.5, 6, 1)],
  },
  PSH: { letter: 'P', name: 'Papa', patches: [box('clothBlue', 0, 0, 6, 6), box('clothWhite', 2, 2, 2, 2)] },
  URG: {
    letter: 'U',
    name: 'Uniform',
    patches: [box('clothWhite', 0, 0, 6, 6), box('clothRed', 0, 0, 3, 3), box('clothRed', 3, 3, 3, 3)],
  },
  ECE: { letter: 'E', name: 'Echo', patches: [box('clothRed', 0, 0, 6, 6), box('clothBlue', 0, 0, 6, 3)] },
  CWR: {
    letter: 'C',
    name: 'Charlie',
    patches: [
      box('clothBlue', 0, 0, 6, 6),
      box('clothWhite', 0, 1.2, 6, 1.2),
      box('clothRed', 0, 2.4, 6, 1.2),
      box('clothWhite', 0, 3.6, 6, 1.2),
    ],
  },
};

/** The order in which a segment's bits are named and hoisted: as textbooks write them. */
export const hoistOrder: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK', 'ECE', 'CWR'];

/** 'SYN,ACK'; the empty string where no bit is set. */
export const flagText = (flags: readonly Flag[]): string => hoistOrder.filter((flag) => flags.includes(flag)).join(',');
