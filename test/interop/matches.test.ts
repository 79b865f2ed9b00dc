/** Issue 6, point 11: a match downloads as a capture, and Wireshark's dissector finds nothing wrong at either tap. */
import { describe, expect, test } from 'vitest';
import { filmOf } from '../../shared/game/film.ts';
import { endpoints } from '../../shared/game/endpoints.ts';
import { initial } from '../../shared/game/match.ts';
import { type Role, roles } from '../../shared/game/role.ts';
import { tapsOf } from '../../shared/game/taps.ts';
import { formatAddress } from '../../shared/packet/address.ts';
import { encodePcapng } from '../../shared/packet/pcapng.ts';
import { setupOf, wholeLog } from '../shared/game/builders.ts';
import { keepCapture } from './capture.ts';
import { missing } from './tools.ts';
import { closed, expectCapture, opinionOn, resetBy } from './tshark.ts';

const lack = missing('tshark');
const seeds = [1, 2, 3, 4, 5];
const sides = Object.fromEntries(roles.map((role) => [formatAddress(endpoints[role].address), role]));
const tapping = { start: { seconds: 1_700_000_000, nanos: 0 }, about: [], comment: () => null };

/** What one host's sniffer saw: the file of both taps, filtered as the file itself proposes. */
function tapAt(role: Role, seed: number, weather: 'calm' | 'stormy') {
  const setup = setupOf({ seed, weather, closer: 'client' });
  const { log } = wholeLog(setup);
  const capture = tapsOf(filmOf(initial(setup), log), tapping);
  const packets = capture.packets.filter((packet) => packet.interface === roles.indexOf(role));
  const name = `match-${weather}-${seed}-${role}`;
  return { file: keepCapture(name, encodePcapng({ ...capture, packets })), packets: packets.length };
}

describe.skipIf(lack !== null)(`captures of matches${lack === null ? '' : ` (${lack})`}`, () => {
  test.each(seeds.flatMap((seed) => roles.map((role) => [seed, role] as const)))(
    'calm, seed %i, at the %s: handshake, text, both FINs, and no finding',
    (seed, role) => {
      const { file, packets } = tapAt(role, seed, 'calm');
      expectCapture(file, sides, packets, { conversations: [closed('client', 'server')] });
    },
  );

  test.each(seeds.flatMap((seed) => roles.map((role) => [seed, role] as const)))(
    'stormy, seed %i, at the %s: nothing broken, no error; a warning only of a reset that was sent',
    (seed, role) => {
      const { file, packets } = tapAt(role, seed, 'stormy');
      const { broken, findings, conversations, packets: read } = opinionOn(file, sides);
      expect({ broken, packets: read }).toEqual({ broken: [], packets });
      // A SYN or a FIN that comes again when all is over is answered by RST: 32.
      expect(conversations.map(({ completeness, thirdAck }) => [completeness & 31, thirdAck])).toEqual([[31, true]]);
      const alarms = findings.filter((finding) => /: (?:error|warning): /.test(finding));
      expect(alarms.filter((alarm) => !roles.map(resetBy).includes(alarm))).toEqual([]);
    },
  );
});
