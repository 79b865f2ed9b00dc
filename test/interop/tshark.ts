/** tshark's opinion of a capture file: Wireshark's dissector, with both checksum checks on, and nothing left out. */
import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';

/** One TCP conversation, in the order of their first packets. */
export interface Conversation {
  /** `tcp.completeness`: SYN 1, SYN,ACK 2, ACK 4, data 8, FIN 16, RST 32; the sum of what was seen. */
  readonly completeness: number;
  /** Who sent the SYN acknowledged the SYN,ACK: SEQ 1, ACK 1, no SYN. */
  readonly thirdAck: boolean;
  /** The sides of its FINs, in their order, repeated ones included. */
  readonly fins: readonly string[];
}

/** What a capture must look like: completely. */
export interface Plan {
  readonly conversations: readonly Conversation[];
  /**
   * All that tshark finds, in the order of the frames, each with its side: the `tcp.analysis` flags
   * ('peer: retransmission') and expert messages ('stack: warning: ...'). None in a scene without losses and resets.
   */
  readonly findings?: readonly string[];
}

/** A handshake, text, and the FINs of `fins`: 1 + 2 + 4 + 8 + 16. */
export const closed = (...fins: readonly string[]): Conversation => ({ completeness: 31, thirdAck: true, fins });

/** A handshake and the FINs of `fins`, without text. */
export const closedSilently = (...fins: readonly string[]): Conversation => ({ ...closed(...fins), completeness: 23 });

/** tshark warns of every RST; where one is part of the scene, this is the finding that belongs to it. */
export const resetBy = (side: string): string => `${side}: warning: Connection reset (RST)`;

export interface Opinion {
  readonly packets: number;
  /** Frames with something malformed or cut short, or a checksum (of IPv4, TCP, UDP, ICMP) that is wrong. */
  readonly broken: readonly string[];
  readonly findings: readonly string[];
  readonly conversations: readonly Conversation[];
}

/** Who sent a packet: the names of the interfaces in their order, or of IPv4 addresses. */
export type Sides = readonly string[] | { readonly [address: string]: string };

/** Throws where the file is not exactly as planned. */
export function expectCapture(file: string, sides: Sides, packets: number, plan: Plan): void {
  const { conversations, findings = [] } = plan;
  expect(opinionOn(file, sides)).toEqual({ packets, broken: [], findings, conversations });
}

/** `_ws.expert.severity` above chat, which only says what a segment is. */
const severities = new Map([
  ['4194304', 'note'],
  ['6291456', 'warning'],
  ['8388608', 'error'],
]);

/** Notes that every FIN gets; `fins` lists them. */
const ofFins = ['This frame initiates the connection closing', 'This frame undergoes the connection closing'];

/** Those that are no findings but measurements or headings. */
const headings = ['tcp.analysis', 'tcp.analysis.flags'];

/** Every flag that this tshark can put on a segment. */
function analysisFlags(): readonly string[] {
  return run('-G', 'fields')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([kind, , name = '', type]) => kind === 'F' && type === 'FT_NONE' && name.startsWith('tcp.analysis'))
    .map(([, , name = '']) => name)
    .filter((name) => !headings.includes(name));
}

/** Asking takes a second: once is enough. */
let flagsKnown: readonly string[] | null = null;

const run = (...args: readonly string[]): string =>
  execFileSync('tshark', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });

const fixed = [
  'frame.number',
  'frame.interface_id',
  'ip.src',
  'tcp.stream',
  'tcp.completeness',
  'ip.checksum.status',
  'tcp.checksum.status',
  'udp.checksum.status',
  'icmp.checksum.status',
  '_ws.malformed',
  '_ws.short',
  'tcp.flags',
  'tcp.seq',
  'tcp.ack',
  'tcp.analysis.flags',
  '_ws.expert.severity',
  '_ws.expert.message',
] as const;
type Field = (typeof fixed)[number];

/** Between the values of one field, where it has several. */
const unit = '\u001f';

interface Row {
  readonly of: (field: Field) => string;
  readonly all: (field: Field) => readonly string[];
  readonly flags: readonly string[];
}

/** Two passes, so that a conversation's completeness is that of its end. */
function rowsOf(file: string): readonly Row[] {
  flagsKnown ??= analysisFlags();
  const flags = flagsKnown;
  const checks = ['tcp', 'udp', 'ip'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);
  const shape = ['-T', 'fields', '-E', 'separator=/t', '-E', `aggregator=${unit}`];
  const fields = [...fixed, ...flags].flatMap((field) => ['-e', field]);
  const text = run('-2', '-n', '-r', file, ...checks, ...shape, ...fields);
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const cells = line.split('\t');
      const of = (field: Field): string => cells[fixed.indexOf(field)] ?? '';
      return {
        of,
        all: (field) => of(field).split(unit),
        flags: flags.filter((_, i) => (cells[fixed.length + i] ?? '') !== '').map((name) => name.split('.')[2] ?? ''),
      };
    });
}

/** What tshark says of a file, complete. */
export function opinionOn(file: string, sides: Sides): Opinion {
  const rows = rowsOf(file);
  const byInterface = (row: Row): string => Object.values(sides)[Number(row.of('frame.interface_id'))] ?? 'nobody';
  const byAddress = (row: Row): string =>
    Object.entries(sides).find(([ip]) => ip === row.of('ip.src'))?.[1] ?? 'nobody';
  const sideOf = Array.isArray(sides) ? byInterface : byAddress;
  const streams = new Map<string, Row[]>();
  for (const row of rows) {
    const stream = row.of('tcp.stream');
    if (stream !== '') streams.set(stream, [...(streams.get(stream) ?? []), row]);
  }
  return {
    packets: rows.length,
    broken: rows.filter(isBroken).map((row) => row.of('frame.number')),
    findings: rows.flatMap((row) => findingsOf(row).map((finding) => `${sideOf(row)}: ${finding}`)),
    conversations: [...streams.values()].map((stream) => ({
      completeness: Number(stream.at(-1)?.of('tcp.completeness')),
      thirdAck: stream.some((row) => isThirdAck(row) && sideOf(row) === sideOf(stream[0] ?? row)),
      fins: stream.filter((row) => (ctlOf(row) & 0x01) !== 0).map(sideOf),
    })),
  };
}

const ctlOf = (row: Row): number => Number(row.of('tcp.flags'));

function isBroken(row: Row): boolean {
  if (row.of('_ws.malformed') !== '' || row.of('_ws.short') !== '') return true;
  const ip = row.all('ip.checksum.status');
  const inside = (['tcp', 'udp', 'icmp'] as const).flatMap((protocol) => row.all(`${protocol}.checksum.status`));
  const checked = inside.filter((status) => status !== '');
  return checked.length === 0 || [...ip, ...checked].some((status) => status !== '1');
}

/** ACK without SYN and RST, with tshark's relative numbers. */
const isThirdAck = (row: Row): boolean =>
  (ctlOf(row) & 0x16) === 0x10 && row.of('tcp.seq') === '1' && row.of('tcp.ack') === '1';

/** The flags of a frame, and its expert messages. A flag has its own note, which says the same once more. */
function findingsOf(row: Row): readonly string[] {
  const messages = row.all('_ws.expert.message');
  const said = row.all('_ws.expert.severity').flatMap((severity, i) => {
    const name = severities.get(severity);
    const message = messages[i] ?? '';
    return name === undefined || ofFins.includes(message) ? [] : [{ name, text: `${name}: ${message}` }];
  });
  const notes = said.filter(({ name }) => name === 'note');
  const unexplained = notes.length > row.flags.length ? said : said.filter(({ name }) => name !== 'note');
  // A flag that has no name of its own would be lost otherwise.
  const nameless = row.of('tcp.analysis.flags') !== '' && row.flags.length === 0 ? ['analysis'] : [];
  return [...row.flags, ...nameless, ...unexplained.map(({ text }) => text)];
}
