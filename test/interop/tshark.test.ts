/** The inspection of captures notices what it is there for: each test spoils a calm scene in one way. */
import { describe, expect, test } from 'vitest';
import { sail } from '../shared/stack/sea.ts';
import { captureOf, keepCapture } from './capture.ts';
import type { Crossed } from './liveHost.ts';
import { missing } from './tools.ts';
import { closed, opinionOn } from './tshark.ts';

const lack = missing('tshark');
const { sent } = sail({
  seed: 1,
  loss: 0,
  duplication: 0,
  delay: { least: 10, most: 10 },
  lengths: [3000, 0],
  closer: 0,
  simultaneous: false,
  options: [{ tcp: { delayedAck: 40 } }, { tcp: { delayedAck: 40 } }],
});
const calm: readonly Crossed[] = sent.map(({ at, from, packet }) => ({
  at,
  from: from === 0 ? 'stack' : 'peer',
  packet,
}));

function opinionOf(name: string, crossed: readonly Crossed[]) {
  return opinionOn(keepCapture(`spoilt-${name}`, captureOf(name, crossed)), ['stack', 'peer']);
}

/** The packet with octets of it changed. */
function changed(index: number, change: (packet: Uint8Array) => Uint8Array): readonly Crossed[] {
  return calm.map((each, i) => (i === index ? { ...each, packet: change(Uint8Array.from(each.packet)) } : each));
}

const flip =
  (at: number) =>
  (packet: Uint8Array): Uint8Array =>
    packet.map((octet, i) => (i === at ? octet ^ 1 : octet));

describe.skipIf(lack !== null)(`a capture${lack === null ? '' : ` (${lack})`}`, () => {
  test('of a calm scene is without fault', () => {
    expect(opinionOf('not', calm)).toEqual({
      packets: calm.length,
      broken: [],
      findings: [],
      conversations: [closed('stack', 'peer')],
    });
  });

  test('with one wrong bit in the TCP part is broken there', () => {
    expect(opinionOf('tcp', changed(3, flip(60))).broken).toEqual(['4']);
  });

  test('with one wrong bit in the IP header is broken there', () => {
    expect(opinionOf('ip', changed(3, flip(8))).broken).toEqual(['4']);
  });

  test('with a packet cut short is broken there', () => {
    expect(
      opinionOf(
        'short',
        changed(3, (packet) => packet.subarray(0, 30)),
      ).broken,
    ).toEqual(['4']);
  });

  test('without the third ACK says so', () => {
    const silent = calm.filter((_, i) => i !== 2);
    // Text with SEQ 1 and ACK 1 would do its work.
    const late = silent.filter((_, i) => i !== 2);
    expect(opinionOf('third-ack', late).conversations[0]?.thirdAck).toBe(false);
  });

  test('with a segment twice has a retransmission', () => {
    const twice = calm.flatMap((each, i) => (i === 4 ? [each, { ...each, at: each.at + 300 }] : [each]));
    expect(opinionOf('twice', twice).findings).toContain('stack: retransmission');
  });

  test('with a segment missing has a gap, on the side that sent it', () => {
    const lost = calm.filter((_, i) => i !== 4);
    expect(opinionOf('lost', lost).findings).toContain('stack: lost_segment');
  });
});
