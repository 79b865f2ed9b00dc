/** Issue 3: what tshark says of two stacks that talk to each other, without losses and with planned ones. */
import { describe, expect, test } from 'vitest';
import { type Journey, sail } from '../shared/stack/sea.ts';
import { inspect } from './capture.ts';
import { missing } from './tools.ts';
import { closed, closedSilently, type Plan } from './tshark.ts';

const lack = missing('tshark');

/** A calm sea, 10 ms wide; readers who read at once, and ACKs that wait for them. */
const calm: Journey = {
  seed: 1,
  loss: 0,
  duplication: 0,
  delay: { least: 10, most: 10 },
  lengths: [20_000, 30_000],
  closer: 0,
  simultaneous: false,
  options: [{ tcp: { delayedAck: 40 } }, { tcp: { delayedAck: 40 } }],
};
const wraps = { isn: () => 0xffff_f000, tcp: { delayedAck: 40 } };
const rich = {
  receiveBuffer: 500_000,
  sendBuffer: 500_000,
  tcp: { delayedAck: 40, windowScale: 4, sack: true, timestamps: true },
};

function expectScene(name: string, parts: Partial<Journey>, plan: Plan): void {
  const { sent } = sail({ ...calm, ...parts });
  const crossed = sent.map(({ at, from, packet }) => ({
    at,
    from: from === 0 ? ('stack' as const) : ('peer' as const),
    packet,
  }));
  expect(crossed.length).toBeGreaterThan(6);
  inspect(crossed, `scene-${name}`, plan);
}

const weFirst = closed('stack', 'peer');

describe.skipIf(lack !== null)(`tshark${lack === null ? '' : ` (${lack})`}`, () => {
  test.each([
    { name: 'calm', parts: {}, conversation: weFirst },
    { name: 'server-closes', parts: { closer: 1 }, conversation: closed('peer', 'stack') },
    { name: 'both-close', parts: { closer: 'both' }, conversation: weFirst },
    { name: 'no-data', parts: { lengths: [0, 0] }, conversation: closedSilently('stack', 'peer') },
    { name: 'wrap', parts: { options: [wraps, wraps] }, conversation: weFirst },
    { name: 'every-option', parts: { options: [rich, rich], lengths: [150_000, 90_000] }, conversation: weFirst },
  ] as const)('finds nothing in a scene without losses: $name', ({ name, parts, conversation }) => {
    expectScene(name, parts, { conversations: [conversation] });
  });

  const again = 'stack: retransmission';
  const repeats = 'peer: duplicate_ack';
  test.each([
    { name: 'lost-syn', side: 0, nth: 0, fins: ['stack', 'peer'], findings: [again] },
    // The SYN that comes again finds SYN-RECEIVED, and is answered by an ACK; the SYN,ACK's timer has run out as well.
    {
      name: 'lost-syn-ack',
      side: 1,
      nth: 0,
      fins: ['stack', 'peer'],
      findings: [again, 'peer: retransmission', repeats],
    },
    // Three segments and the FIN behind the gap: an ACK at once for each (RFC 5681 4.2), and the first text again.
    {
      name: 'lost-text',
      side: 0,
      nth: 2,
      fins: ['stack', 'peer'],
      findings: [...Array.from({ length: 4 }, () => repeats), again],
    },
    { name: 'lost-fin', side: 0, nth: 6, fins: ['stack', 'stack', 'peer'], findings: [again] },
    // The last ACK is lost, so the peer's FIN comes again and TIME-WAIT answers it.
    {
      name: 'lost-last-ack',
      side: 0,
      nth: 7,
      fins: ['stack', 'peer', 'peer'],
      findings: ['peer: retransmission', 'stack: duplicate_ack'],
    },
  ])('finds what was planned: $name', ({ name, side, nth, fins, findings }) => {
    const loss = (from: number, count: number): boolean => from === side && count === nth;
    expectScene(name, { loss, lengths: [6000, 0] }, { conversations: [closed(...fins)], findings });
  });
});
