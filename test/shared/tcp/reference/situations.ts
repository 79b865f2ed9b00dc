/**
 * Where a segment may find an end: each state, and in some what else is going on. The variables are written down by
 * hand, counted from the two ISNs; `build` brings the engine there by events. Both windows are 1000 octets.
 */
import { seqAdd } from '../../../../shared/seq.ts';
import type { Config } from '../../../../shared/tcp/config.ts';
import type { State } from '../../../../shared/tcp/state.ts';
import { octetsFrom } from '../notation.ts';
import * as world from '../world.ts';
import type { Builder, Numbering, World } from '../world.ts';
import type { Endpoint, Kept, Rules } from './endpoint.ts';

/** SND counts from our ISS, RCV from the peer's. What is left out is as in a quiet connection. */
interface Variables {
  readonly passive?: boolean;
  readonly una?: number;
  readonly nxt?: number;
  readonly textEnd?: number;
  readonly fin?: number;
  readonly wl1?: number;
  readonly wl2?: number;
  readonly rcvNxt?: number;
  readonly rcvWnd?: number;
  readonly unread?: number;
  readonly kept?: readonly { readonly from: number; readonly count: number; readonly fin: boolean }[];
}

export interface Situation {
  readonly title: string;
  readonly state: State;
  readonly variables: Variables;
  readonly build: (numbering: Numbering, config: Partial<Config>) => World;
  readonly config?: Partial<Config>;
}

export const rcvBuff = 1000;

export function rulesOf({ config = {} }: Situation, rfc5961: boolean): Rules {
  const { rfc1337 = true, relaxedOpen = true, reopen = false, autoReceive = true } = config;
  return { rfc5961, rfc1337, relaxedOpen, reopen, autoReceive, rcvBuff };
}

/** The endpoint of a situation at a pair of ISNs. */
export function endpointOf({ state, variables }: Situation, { iss, irs }: Numbering): Endpoint {
  const { passive = true, una = 1, nxt = 1, textEnd = 1, fin, rcvNxt = 1, rcvWnd = 1000, unread = 0 } = variables;
  const { wl1 = rcvNxt, wl2 = una, kept = [] } = variables;
  return {
    state,
    passive,
    iss,
    irs,
    una: seqAdd(iss, una),
    nxt: seqAdd(iss, nxt),
    wnd: 1000,
    wl1: seqAdd(irs, wl1),
    wl2: seqAdd(iss, wl2),
    maxWnd: 1000,
    textEnd: seqAdd(iss, textEnd),
    fin: fin === undefined ? null : seqAdd(iss, fin),
    rcvNxt: seqAdd(irs, rcvNxt),
    rcvWnd,
    rcvUp: seqAdd(irs, rcvNxt - unread),
    unread,
    kept: kept.map(({ from, count, fin: end }): Kept => ({
      seq: seqAdd(irs, from),
      text: octetsFrom(from, count),
      fin: end,
      urgent: null,
    })),
  };
}

const then =
  (build: Builder, ...steps: readonly ((end: World) => World)[]): Situation['build'] =>
  (numbering, config) =>
    steps.reduce((end, step) => step(end), build(numbering, config));
const gets = (segment: string) => (end: World) => end.gets(segment);
const says10 = (end: World): World => end.send(10);
const closes = (end: World): World => end.close();

const opening: readonly Situation[] = [
  { title: 'CLOSED', state: 'CLOSED', variables: {}, build: world.closed },
  { title: 'LISTEN', state: 'LISTEN', variables: {}, build: world.listening },
  { title: 'SYN-SENT', state: 'SYN-SENT', variables: { passive: false, una: 0 }, build: world.synSent },
  {
    title: 'SYN-RECEIVED after a passive OPEN',
    state: 'SYN-RECEIVED',
    variables: { una: 0, wl1: 0 },
    build: world.synReceived,
  },
  {
    title: 'SYN-RECEIVED, with text and FIN queued that came with the SYN',
    state: 'SYN-RECEIVED',
    variables: { una: 0, wl1: 0, kept: [{ from: 1, count: 7, fin: true }] },
    build: then(world.listening, gets('<SEQ=0><CTL=SYN,FIN><DATA=7>')),
  },
  {
    title: 'SYN-RECEIVED after an active OPEN',
    state: 'SYN-RECEIVED',
    variables: { passive: false, una: 0, wl1: 0 },
    build: world.synCrossed,
  },
  {
    title: 'SYN-RECEIVED after an active OPEN, without A.2',
    state: 'SYN-RECEIVED',
    variables: { passive: false, una: 0, wl1: 0 },
    build: world.synCrossed,
    config: { relaxedOpen: false },
  },
];

const open: readonly Situation[] = [
  { title: 'ESTABLISHED', state: 'ESTABLISHED', variables: {}, build: world.established },
  {
    title: 'ESTABLISHED with 10 octets in flight',
    state: 'ESTABLISHED',
    variables: { nxt: 11, textEnd: 11 },
    build: then(world.established, says10),
  },
  {
    title: 'ESTABLISHED with text and FIN held behind a gap of 5',
    state: 'ESTABLISHED',
    variables: { wl1: 6, kept: [{ from: 6, count: 5, fin: true }] },
    build: then(world.established, gets('<SEQ=6><ACK=1><CTL=FIN,ACK><DATA=5>')),
  },
  {
    title: 'ESTABLISHED with 400 octets unread',
    state: 'ESTABLISHED',
    variables: { rcvNxt: 401, rcvWnd: 600, unread: 400, wl1: 1 },
    build: then(world.established, gets('<SEQ=1><ACK=1><CTL=ACK><DATA=400>')),
    config: { autoReceive: false },
  },
  {
    title: 'ESTABLISHED with the window closed, and 10 octets in flight',
    state: 'ESTABLISHED',
    variables: { rcvNxt: 1001, rcvWnd: 0, unread: 1000, wl1: 1, nxt: 11, textEnd: 11 },
    build: then(world.established, gets('<SEQ=1><ACK=1><CTL=ACK><DATA=1000>'), says10),
    config: { autoReceive: false },
  },
];

const weClose: readonly Situation[] = [
  { title: 'FIN-WAIT-1', state: 'FIN-WAIT-1', variables: { nxt: 2, fin: 1 }, build: world.finWait1 },
  {
    title: 'FIN-WAIT-1 with 10 octets in flight before the FIN',
    state: 'FIN-WAIT-1',
    variables: { nxt: 12, textEnd: 11, fin: 11 },
    build: then(world.established, says10, closes),
  },
  {
    title: 'FIN-WAIT-1 straight from SYN-RECEIVED, with our SYN in flight as well',
    state: 'FIN-WAIT-1',
    variables: { una: 0, nxt: 2, fin: 1, wl1: 0 },
    build: then(world.synReceived, closes),
  },
  {
    title: 'FIN-WAIT-1 with a FIN held behind a gap of 5',
    state: 'FIN-WAIT-1',
    variables: { nxt: 2, fin: 1, wl1: 6, kept: [{ from: 6, count: 0, fin: true }] },
    build: then(world.finWait1, gets('<SEQ=6><ACK=1><CTL=FIN,ACK>')),
  },
  {
    title: 'FIN-WAIT-2',
    state: 'FIN-WAIT-2',
    variables: { una: 2, nxt: 2, fin: 1, wl1: 1 },
    build: world.finWait2,
  },
  {
    title: 'FIN-WAIT-2 with text held behind a gap of 5',
    state: 'FIN-WAIT-2',
    variables: { una: 2, nxt: 2, fin: 1, wl1: 6, kept: [{ from: 6, count: 5, fin: false }] },
    build: then(world.finWait2, gets('<SEQ=6><ACK=2><CTL=ACK><DATA=5>')),
  },
];

const theyClose: readonly Situation[] = [
  {
    title: 'CLOSE-WAIT',
    state: 'CLOSE-WAIT',
    variables: { rcvNxt: 2, rcvWnd: 999, wl1: 1 },
    build: world.closeWait,
  },
  {
    title: 'CLOSE-WAIT with 10 octets in flight',
    state: 'CLOSE-WAIT',
    variables: { nxt: 11, textEnd: 11, rcvNxt: 2, rcvWnd: 999, wl1: 1 },
    build: then(world.closeWait, says10),
  },
  {
    title: 'CLOSING',
    state: 'CLOSING',
    variables: { nxt: 2, fin: 1, rcvNxt: 2, rcvWnd: 999, wl1: 1 },
    build: world.closing,
  },
  {
    title: 'CLOSING with 10 octets in flight before the FIN',
    state: 'CLOSING',
    variables: { nxt: 12, textEnd: 11, fin: 11, rcvNxt: 2, rcvWnd: 999, wl1: 1 },
    build: then(world.established, says10, closes, gets('<SEQ=1><ACK=1><CTL=FIN,ACK>')),
  },
  {
    title: 'LAST-ACK',
    state: 'LAST-ACK',
    variables: { nxt: 2, fin: 1, rcvNxt: 2, rcvWnd: 999, wl1: 1 },
    build: world.lastAck,
  },
  {
    title: 'LAST-ACK with 10 octets in flight before the FIN',
    state: 'LAST-ACK',
    variables: { nxt: 12, textEnd: 11, fin: 11, rcvNxt: 2, rcvWnd: 999, wl1: 1 },
    build: then(world.closeWait, says10, closes),
  },
];

const timeWait = { una: 2, nxt: 2, fin: 1, rcvNxt: 2, rcvWnd: 999, wl1: 1 } as const;
const lingering: readonly Situation[] = [
  { title: 'TIME-WAIT', state: 'TIME-WAIT', variables: timeWait, build: world.timeWait },
  {
    title: 'TIME-WAIT without RFC 1337',
    state: 'TIME-WAIT',
    variables: timeWait,
    build: world.timeWait,
    config: { rfc1337: false },
  },
  {
    title: 'TIME-WAIT that a new SYN may end',
    state: 'TIME-WAIT',
    variables: timeWait,
    build: world.timeWait,
    config: { reopen: true },
  },
];

export const situations: readonly Situation[] = [...opening, ...open, ...weClose, ...theyClose, ...lingering];

export function situationNamed(title: string): Situation {
  const found = situations.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no such situation: ${title}`);
  return found;
}
