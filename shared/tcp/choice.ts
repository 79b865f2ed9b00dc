/** What a keeper may make of an offer: how much of its text leaves, and whether the FIN rides on it. RFC 9293 3.4. */
import type { Offer } from './offers.ts';
import { FIN, PSH, type Segment } from './segment.ts';

/** The segment with the first `length` octets of its text. FIN and PSH stand behind the last octet, and stay there. */
export const cutTo = (segment: Segment, length: number): Segment =>
  length < segment.data.length
    ? { ...segment, data: segment.data.subarray(0, length), ctl: segment.ctl & ~(FIN | PSH) }
    : segment;

/** Text that is offered may leave in pieces of at least `least` octets. */
export const mayCutTo = ({ segment, least }: Offer, length: number): boolean =>
  length > 0 && length >= least && length < segment.data.length;

/** The segments of full length that take the offer up: a FIN that may ride on text may also come by itself, later. */
export function wholes({ segment, kind }: Offer): readonly Segment[] {
  const rides = (segment.ctl & FIN) !== 0 && segment.data.length > 0 && kind !== 'retransmission';
  return rides ? [segment, { ...segment, ctl: segment.ctl & ~FIN }] : [segment];
}

/** PSH is the sender's to choose (3.9.1.2), but on a reset, which has nothing to push. */
export const pushed = (segment: Segment, { kind }: Offer, psh: boolean): Segment => ({
  ...segment,
  ctl: (segment.ctl & ~PSH) | (psh && kind !== 'reset' ? PSH : 0),
});
