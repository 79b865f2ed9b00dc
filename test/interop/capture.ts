/** Capture files of what crossed, and tshark's opinion of them: Wireshark's dissector with both checksum checks on. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { linkTypes } from '../../shared/packet/link.ts';
import { encodePcapng } from '../../shared/packet/pcapng.ts';
import { timestampAfter } from '../../shared/packet/timestamp.ts';
import type { Crossed, LiveHost } from './liveHost.ts';

const folder = fileURLToPath(new URL('../../test-results/interop/', import.meta.url));

/** Writes `name`.pcapng, with one interface for each side; gives its path. */
export function writeCapture(name: string, crossed: readonly Crossed[]): string {
  mkdirSync(folder, { recursive: true });
  const start = { seconds: 1_700_000_000, nanos: 0 };
  const one = { linkType: linkTypes.RAW, snapLength: 0, description: null };
  const file = `${folder}${name}.pcapng`;
  const octets = encodePcapng({
    application: 'Ackward Bound',
    comments: [name],
    interfaces: [
      { ...one, name: 'stack' },
      { ...one, name: 'peer' },
    ],
    packets: crossed.map(({ at, from, packet }) => ({
      interface: from === 'stack' ? 0 : 1,
      time: timestampAfter(start, at),
      data: packet,
      originalLength: packet.length,
      comments: [],
    })),
    names: [],
  });
  writeFileSync(file, octets);
  return file;
}

export interface Opinion {
  /** Frame numbers with something malformed, or a checksum that is wrong. */
  readonly broken: readonly string[];
  /** Expert messages of severity warning and error, each with its frame's flags. */
  readonly warnings: readonly string[];
  /** `tcp.analysis.*` findings in the order of the frames: 'stack: retransmission'. */
  readonly findings: readonly string[];
  /** `tcp.completeness` of each conversation: SYN 1, SYN,ACK 2, ACK 4, data 8, FIN 16, RST 32. */
  readonly completeness: readonly number[];
  readonly packets: number;
}

/** The names of findings that tshark can put on a segment. */
const analysis = [
  'retransmission',
  'fast_retransmission',
  'spurious_retransmission',
  'out_of_order',
  'lost_segment',
  'ack_lost_segment',
  'duplicate_ack',
  'window_update',
  'window_full',
  'zero_window',
  'zero_window_probe',
  'zero_window_probe_ack',
  'keep_alive',
  'keep_alive_ack',
  'reused_ports',
] as const;

/** `_ws.expert.severity`: warning and error. */
const severities = new Map([
  ['6291456', 'warning'],
  ['8388608', 'error'],
]);

/** What tshark 4 says of a file. Two passes, so that a conversation's completeness is that of its end. */
export function opinionOn(file: string): Opinion {
  const fields = [
    'frame.number',
    'frame.interface_id',
    'tcp.stream',
    'tcp.completeness',
    'ip.checksum.status',
    'tcp.checksum.status',
    '_ws.malformed',
    '_ws.expert.severity',
    '_ws.expert.message',
    ...analysis.map((name) => `tcp.analysis.${name}`),
  ];
  const fixed = fields.length - analysis.length;
  const checks = ['tcp.check_checksum:TRUE', 'ip.check_checksum:TRUE'].flatMap((option) => ['-o', option]);
  const shape = [
    '-T',
    'fields',
    '-E',
    'separator=|',
    '-E',
    'aggregator=;',
    ...fields.flatMap((field) => ['-e', field]),
  ];
  const text = execFileSync('tshark', ['-2', '-n', '-r', file, ...checks, ...shape], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e8,
  });
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|'));
  const completeness = new Map<string, number>();
  for (const [, , stream = '', complete = ''] of rows) completeness.set(stream, Number(complete));
  return {
    packets: rows.length,
    broken: rows
      .filter(([, , , , ip, tcp, malformed]) => ip !== '1' || tcp !== '1' || (malformed ?? '') !== '')
      .map(([frame = '']) => frame),
    warnings: rows.flatMap(([, , , , , , , severity = '', message = '']) =>
      severity.split(';').flatMap((each, i) => {
        const name = severities.get(each);
        return name === undefined ? [] : [`${name}: ${message.split(';')[i] ?? message}`];
      }),
    ),
    findings: rows.flatMap((row) =>
      analysis
        .filter((_, i) => (row[fixed + i] ?? '') !== '')
        .map((name) => `${row[1] === '0' ? 'stack' : 'peer'}: ${name}`),
    ),
    completeness: [...completeness.values()],
  };
}

/** The capture of a scene without losses: nothing to object to, but the `warnings` that belong to it. */
export function inspect(
  live: LiveHost,
  name: string,
  completeness: readonly number[],
  warnings: readonly string[] = [],
): void {
  const opinion = opinionOn(writeCapture(name, live.crossed));
  // When the peer tells of a larger window is up to its scheduler.
  const findings = opinion.findings.filter((finding) => finding !== 'peer: window_update');
  expect({ ...opinion, findings }).toEqual({
    packets: live.crossed.length,
    broken: [],
    warnings,
    findings: [],
    completeness,
  });
}
