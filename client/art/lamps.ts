/**
 * The lamp of the lighthouse: one look for each of the eleven states, in colour and in shape, so that the look
 * never depends on colour alone. `bars` are the lit storeys of the lamp room, 0..3.
 */
import type { Token } from '../style/tokens.ts';
import type { State } from '../../shared/tcp/state.ts';

export interface Lamp {
  readonly colour: Token;
  /** `dark`: no light; `steady`; `blinking`: calling or waiting for an answer; `turning`: the beam goes round. */
  readonly shape: 'dark' | 'steady' | 'blinking' | 'turning';
  readonly bars: 0 | 1 | 2 | 3;
}

export const lamps: { readonly [state in State]: Lamp } = {
  CLOSED: { colour: 'fog', shape: 'dark', bars: 0 },
  LISTEN: { colour: 'right', shape: 'steady', bars: 1 },
  'SYN-SENT': { colour: 'beam', shape: 'blinking', bars: 1 },
  'SYN-RECEIVED': { colour: 'beam', shape: 'blinking', bars: 2 },
  ESTABLISHED: { colour: 'beam', shape: 'turning', bars: 3 },
  'FIN-WAIT-1': { colour: 'lamp', shape: 'blinking', bars: 2 },
  'FIN-WAIT-2': { colour: 'lamp', shape: 'steady', bars: 2 },
  'CLOSE-WAIT': { colour: 'lamp', shape: 'turning', bars: 2 },
  CLOSING: { colour: 'red', shape: 'blinking', bars: 2 },
  'LAST-ACK': { colour: 'red', shape: 'blinking', bars: 1 },
  'TIME-WAIT': { colour: 'red', shape: 'steady', bars: 1 },
};
