/**
 * Runs a packet script: two ends, in the notation of RFC 9293's figures 6 to 13. See scripts/README.md. A line that
 * does not come true throws, with its number.
 */
import { seqAdd, toSeq, type Seq } from '../../../shared/seq.ts';
import { type Config, defaults } from '../../../shared/tcp/config.ts';
import type { TcpEvent, UserCall } from '../../../shared/tcp/event.ts';
import { newTcb, type Tcb } from '../../../shared/tcp/tcb.ts';
import { nextTimer, transition } from '../../../shared/tcp/transition.ts';
import { octetsFrom, parse, show } from './notation.ts';

type Name = 'A' | 'B';

interface End {
  tcb: Tcb;
  isses: readonly number[];
  /** Segments that left and that no line has told of yet. */
  outbox: string[];
  heard: string[];
  delivered: number;
}

interface Play {
  readonly zero: Seq;
  now: number;
  readonly ends: { readonly [name in Name]: End };
  /** On their way: `A <SEQ=...>`, the sender first. */
  flights: string[];
}

const plain: Config = { ...defaults, mss: null, msl: 5000, autoReceive: true };
const fresh = (): End => ({ tcb: newTcb(plain), isses: [], outbox: [], heard: [], delivered: 0 });

/** `zero` is where the script's numbers count from. */
export function runScript(text: string, zero: number): void {
  const play: Play = { zero: toSeq(zero), now: 0, ends: { A: fresh(), B: fresh() }, flights: [] };
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    try {
      if (line !== '') runLine(play, line);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`line ${i + 1}, "${line}": ${why}`, { cause: error });
    }
  }
  const rest = [...play.ends.A.outbox.map((one) => `A ${one}`), ...play.ends.B.outbox.map((one) => `B ${one}`)];
  if (rest.length > 0) throw new Error(`sent, but not told: ${rest.join(', ')}`);
}

const arrow = /^(.*?)\s*(-->|<--|\.\.\.|lost)\s*(<.*>)\s*(-->|<--|\.\.\.|lost)\s*(.*)$/;

function runLine(play: Play, line: string): void {
  const figure = arrow.exec(line);
  if (figure !== null) {
    const [, left = '', near = '', segment = '', far = '', right = ''] = figure;
    travel(play, { left, near, segment, far, right });
    return;
  }
  const [subject = '', verb = '', ...words] = line.split(/\s+/);
  if (subject === 'at') pass(play, Number(verb));
  else if (subject === 'A' || subject === 'B') obey(play, subject, verb, words);
  else throw new Error('not understood');
}

interface Arrow {
  readonly left: string;
  readonly near: string;
  readonly segment: string;
  readonly far: string;
  readonly right: string;
}

/** A segment departs, arrives, or both. States are those AFTER it did. */
function travel(play: Play, { left, near, segment, far, right }: Arrow): void {
  const fromA = near === '-->' || far === '-->';
  const from: Name = fromA ? 'A' : 'B';
  const departs = (fromA ? near : far) === (fromA ? '-->' : '<--');
  const arrives = (fromA ? far : near) === (fromA ? '-->' : '<--');
  const flight = `${from} ${segment}`;
  if (departs) {
    const sent = play.ends[from].outbox.shift();
    if (sent !== segment) throw new Error(`${from} sent ${sent ?? 'nothing'}`);
    if (!arrives && near !== 'lost' && far !== 'lost') play.flights.push(flight);
  } else if (!left.startsWith('(forged)')) {
    const place = play.flights.indexOf(flight);
    if (place < 0) throw new Error('no such segment is on its way');
    play.flights.splice(place, 1);
  }
  if (departs) check(play, from, from === 'A' ? left : right);
  if (arrives) {
    const to: Name = from === 'A' ? 'B' : 'A';
    const { isses } = play.ends[to];
    const iss = seqAdd(play.zero, isses[0] ?? 0);
    const seg = parse(segment, { seq: play.zero, ack: play.zero });
    happen(play, to, { type: 'segmentArrives', segment: { ...seg, wnd: windowOf(segment) }, iss });
    if (play.ends[to].tcb.iss === iss && isses.length > 1) play.ends[to].isses = isses.slice(1);
    check(play, to, to === 'A' ? left : right);
  }
}

/** The window of a line that tells none is that of a quiet end. */
const windowOf = (segment: string): number => Number(/<WND=(\d+)>/.exec(segment)?.[1] ?? plain.rcvBuff);

function check(play: Play, name: Name, state: string): void {
  const wanted = state.replace(/\(.*?\)/g, '').trim();
  const { tcb } = play.ends[name];
  if (wanted !== '' && tcb.state !== wanted) throw new Error(`${name} is ${tcb.state}`);
}

function happen(play: Play, name: Name, event: TcpEvent): void {
  const end = play.ends[name];
  const { tcb, effects } = transition(end.tcb, event, play.now);
  end.tcb = tcb;
  const withWindow = tcb.config.rcvBuff !== plain.rcvBuff;
  for (const effect of effects) {
    if (effect.type === 'sendSegment') {
      end.outbox.push(show(effect.segment, { seq: play.zero, ack: play.zero }, withWindow));
    } else if (effect.type === 'signalUser') end.heard.push(effect.signal);
    else if (effect.type === 'deliver') end.delivered += effect.data.length;
  }
}

/** Time passes; timers run out in their order. */
function pass(play: Play, to: number): void {
  for (;;) {
    const due = (['A', 'B'] as const)
      .map((name) => ({ name, next: nextTimer(play.ends[name].tcb) }))
      .filter(({ next }) => next !== null && next.at <= to)
      .toSorted((a, b) => (a.next?.at ?? 0) - (b.next?.at ?? 0))[0];
    if (due === undefined || due.next === null) break;
    play.now = due.next.at;
    happen(play, due.name, { type: 'timeout', timer: due.next.timer });
  }
  play.now = to;
}

function obey(play: Play, name: Name, verb: string, words: readonly string[]): void {
  const end = play.ends[name];
  const [first = ''] = words;
  switch (verb) {
    case 'iss':
      end.isses = words.map(Number);
      return;
    case 'with':
      for (const word of words) end.tcb = { ...end.tcb, config: { ...end.tcb.config, ...setting(word) } };
      if (end.tcb.state === 'CLOSED') end.tcb = newTcb(end.tcb.config);
      return;
    case 'is':
      end.tcb = midway(end.tcb.config, play.zero, words);
      return;
    case '=':
      check(play, name, first);
      return;
    case 'hears': {
      const heard = end.heard.splice(0).join(' ');
      if (heard !== words.join(' ')) throw new Error(`${name} heard: ${heard}`);
      return;
    }
    case 'has':
      if (end.delivered !== Number(first)) throw new Error(`${name} has ${end.delivered} octets`);
      return;
    default:
      happen(play, name, { type: 'userCall', call: callOf(play, end, verb, first) });
  }
}

function setting(word: string): Partial<Config> {
  const [key = '', value = ''] = word.split('=');
  return { [key]: value === 'on' ? true : value === 'off' ? false : value === 'null' ? null : Number(value) };
}

function callOf(play: Play, end: End, verb: string, first: string): UserCall {
  switch (verb) {
    case 'OPEN': {
      const [iss = 0, ...rest] = end.isses;
      if (rest.length > 0) end.isses = rest;
      return { type: 'OPEN', mode: 'active', iss: seqAdd(play.zero, iss) };
    }
    case 'LISTEN':
      return { type: 'OPEN', mode: 'passive' };
    case 'SEND': {
      const from = (end.tcb.snd.textSeq + end.tcb.snd.text.length - play.zero) | 0;
      return { type: 'SEND', data: octetsFrom(from, Number(first)), urgent: false };
    }
    case 'RECEIVE':
      return { type: 'RECEIVE', most: Number(first) };
    case 'CLOSE':
    case 'ABORT':
      return { type: verb };
    default:
      throw new Error(`no such call: ${verb}`);
  }
}

/** ESTABLISHED for long: `ESTABLISHED send 300 receive 100`, and perhaps `window 100`, the peer's. */
function midway(config: Config, zero: Seq, [, , send, , receive, , window]: readonly string[]): Tcb {
  const nxt = seqAdd(zero, Number(send));
  const expected = seqAdd(zero, Number(receive));
  const wnd = Number(window ?? plain.rcvBuff);
  const blank = newTcb(config);
  const snd = {
    ...blank.snd,
    una: nxt,
    nxt,
    max: nxt,
    up: nxt,
    textSeq: nxt,
    wnd,
    maxWnd: wnd,
    wl1: expected,
    wl2: nxt,
  };
  return {
    ...blank,
    state: 'ESTABLISHED',
    iss: seqAdd(nxt, -1),
    irs: seqAdd(expected, -1),
    snd,
    rcv: { ...blank.rcv, nxt: expected, up: expected },
  };
}
