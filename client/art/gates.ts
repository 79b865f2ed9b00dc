/**
 * The two gates in a harbour wall: one for boats with own octets, one for those of the peer. Half-close is one gate
 * shut and the other open. Which gate is shut follows from the state alone: RFC 9293, 3.3.2 and 3.6.
 */
import type { State } from '../../shared/tcp/state.ts';
import { type Shape, rect, stroke } from './shape.ts';

export const gateNames = ['SND', 'RCV'] as const;
export type GateName = (typeof gateNames)[number];

/** `none`: there is no connection that could send or receive yet, or any more. */
export type Gate = 'open' | 'shut' | 'none';

type Gates = { readonly [name in GateName]: Gate };

const gates = (SND: Gate, RCV: Gate): Gates => ({ SND, RCV });
const neither = gates('none', 'none');

/** After the own FIN nothing more is sent; after the peer's, nothing more is received. */
export const gatesOf: { readonly [state in State]: Gates } = {
  CLOSED: neither,
  LISTEN: neither,
  'SYN-SENT': neither,
  'SYN-RECEIVED': neither,
  ESTABLISHED: gates('open', 'open'),
  'FIN-WAIT-1': gates('shut', 'open'),
  'FIN-WAIT-2': gates('shut', 'open'),
  'CLOSE-WAIT': gates('open', 'shut'),
  CLOSING: gates('shut', 'shut'),
  'LAST-ACK': gates('shut', 'shut'),
  'TIME-WAIT': gates('shut', 'shut'),
};

const [width, height] = [24, 15];

/** In the wall of the quay, in the units of the harbour; the left one belongs to SND on both banks. */
const gateAt: { readonly [name in GateName]: { readonly x: number; readonly y: number } } = {
  SND: { x: 8, y: 21 },
  RCV: { x: 38, y: 21 },
};

/** The middle of a gate, where its name stands. */
export const gateMiddle = (name: GateName): { readonly x: number; readonly y: number } => ({
  x: gateAt[name].x + width / 2,
  y: gateAt[name].y + height / 2,
});

/** An open gate shows water; a shut one two crossed beams. */
export function gateShapes(name: GateName, gate: Gate): readonly Shape[] {
  if (gate === 'none') return [];
  const { x, y } = gateAt[name];
  if (gate === 'open') return [rect('sea', [x, y, width, height])];
  return [
    rect('clothRed', [x, y, width, height]),
    stroke('clothWhite', [x + 3, y + 3, x + width - 3, y + height - 3]),
    stroke('clothWhite', [x + width - 3, y + 3, x + 3, y + height - 3]),
  ];
}
