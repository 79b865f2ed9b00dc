/** Pictures of the map: an island with its lighthouse, and the buoys of its fairway. Decoration; the words stand beside. */
import type { World } from '../../../shared/levels/level.ts';
import { lampShapes, tower } from '../../art/harbour.ts';
import { islandFrame, islandShapes, lightPlace } from '../../art/islands.ts';
import { lamps } from '../../art/lamps.ts';
import { type Shape, block, placed, rect, stroke } from '../../art/shape.ts';
import { Shapes } from '../shapes.tsx';

interface Props {
  readonly world: World;
  /** Something was won here; all of it. */
  readonly lit: boolean;
  readonly full: boolean;
}

export function IslandPicture({ world, lit, full }: Props) {
  const lamp = full ? lamps.ESTABLISHED : lit ? lamps['SYN-RECEIVED'] : lamps.CLOSED;
  const light = [...tower, ...lampShapes(lamp)].map((shape) => placed(shape, lightPlace));
  return (
    <svg class="island" viewBox={islandFrame.join(' ')} aria-hidden="true">
      <g class="print">
        <Shapes shapes={[...islandShapes(world), ...light]} />
      </g>
    </svg>
  );
}

export type BuoyLook = 'done' | 'next' | 'open' | 'locked';

const body = [4, 21, 7, 9, 17, 9, 20, 21];
const water = stroke('foam', [0, 22, 24, 22]);

/** Won: with a flag. Next: with a light. Open: plain. Locked: an outline. */
const buoys: { readonly [look in BuoyLook]: readonly Shape[] } = {
  done: [
    block('right', body, 'print'),
    stroke('ink', [12, 9, 12, 0]),
    block('clothYellow', [12, 0, 21, 3, 12, 6], 'print'),
    water,
  ],
  next: [block('clothRed', body, 'print'), rect('lamp', [8, 1, 8, 8], 'print'), water],
  open: [block('clothRed', body, 'print'), stroke('ink', [12, 9, 12, 3]), water],
  locked: [{ points: body, fill: null, line: 'line', closed: true }, water],
};

export const BuoyPicture = ({ look }: { readonly look: BuoyLook }) => (
  <svg class="buoy-picture" viewBox="-1 -2 26 26" aria-hidden="true">
    <g class="print">
      <Shapes shapes={buoys[look]} />
    </g>
  </svg>
);
