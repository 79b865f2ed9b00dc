/** Every kind of segment at every place of the window: the columns of the tables. Numbers count from the ISNs. */
import { seqAdd } from '../../../../shared/seq.ts';
import { ACK, FIN, makeSegment, RST, type Segment, SYN, URG } from '../../../../shared/tcp/segment.ts';
import { octetsFrom } from '../notation.ts';
import type { Numbering } from '../world.ts';
import type { Endpoint } from './endpoint.ts';

const half = 0x8000_0000;

/** All sixteen settings of SYN, FIN, RST and ACK. */
const kinds = [0, SYN, FIN, SYN | FIN].flatMap((ctl) => [ctl, ctl | RST, ctl | ACK, ctl | RST | ACK]);

/** Where SEG.SEQ may lie: before, at, in and behind the window, and at the ends of the circle. */
const places = ({ rcvWnd }: Endpoint): readonly number[] => [
  -half + 1,
  -20,
  -5,
  -2,
  -1,
  0,
  1,
  5,
  rcvWnd - 1,
  rcvWnd,
  rcvWnd + 1,
  half - 1,
];

/** Where SEG.ACK may lie, counted from SND.UNA: `out` numbers are in flight. */
const acknowledgments = (out: number, maxWnd: number): readonly number[] => [
  ...new Set([-half + 1, -maxWnd - 1, -maxWnd, -1, 0, 1, out - 1, out, out + 1, half - 1]),
];

/** The segments that are tried on an endpoint. Each tells a window of 1200, which is new to it. */
export function segmentsFor(e: Endpoint, { irs }: Numbering): readonly Segment[] {
  const out = (e.nxt - e.una) | 0;
  const acks = acknowledgments(out, e.maxWnd);
  // Nothing is expected before a SYN: these states count from the peer's ISN.
  const early = e.state === 'CLOSED' || e.state === 'LISTEN' || e.state === 'SYN-SENT';
  const from = early ? irs : e.rcvNxt;
  const segments: Segment[] = [];
  const add = (place: number, ack: number, ctl: number, shape: { readonly count: number; readonly up: number }) => {
    const seq = seqAdd(from, place);
    const first = (seqAdd(seq, (ctl & SYN) === 0 ? 0 : 1) - irs) | 0;
    segments.push(
      makeSegment({
        seq,
        ack: (ctl & ACK) === 0 ? 0 : seqAdd(e.una, ack),
        ctl,
        wnd: 1200,
        up: shape.up,
        data: octetsFrom(first, shape.count),
      }),
    );
  };
  for (const ctl of kinds)
    for (const place of places(e))
      for (const ack of (ctl & ACK) === 0 ? [0] : acks)
        for (const count of [0, 5, e.rcvWnd + 7]) add(place, ack, ctl, { count, up: 0 });
  for (const ctl of [URG, URG | ACK, URG | FIN | ACK, URG | SYN, URG | SYN | ACK])
    for (const place of [-5, -1, 0, 1, 5])
      for (const ack of [0, out]) for (const up of [0, 1, 3, 50, 65_535]) add(place, ack, ctl, { count: 5, up });
  return segments;
}
