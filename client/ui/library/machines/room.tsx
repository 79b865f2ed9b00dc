/** One of the machines. Engine and stack come with this chunk. */
import type { FunctionComponent } from 'preact';
import type { MachineId } from '../../../../shared/lessons/machines.ts';
import { FloodMachine } from './flood.tsx';
import { HalfCloseMachine } from './halfClose.tsx';
import { IsnMachine } from './isn.tsx';
import { TimeWaitMachine } from './timeWait.tsx';
import { TwoWayMachine } from './twoWay.tsx';
import { WhoKnowsMachine } from './whoKnows.tsx';
import '../../../style/machines.css';

const rooms: { readonly [id in MachineId]: FunctionComponent } = {
  'two-way': TwoWayMachine,
  'who-knows': WhoKnowsMachine,
  'half-close': HalfCloseMachine,
  'time-wait': TimeWaitMachine,
  isn: IsnMachine,
  flood: FloodMachine,
};

export interface MachineProps {
  readonly id: MachineId;
}

export function MachineRoom({ id }: MachineProps) {
  const Machine = rooms[id];
  return <Machine key={id} />;
}
