/** The two ends as a level finds them: its hosts as TCBs of the engine, in `keeper` pacing. */
import { otherRole, type Role } from '../game/role.ts';
import { NONE } from '../octets.ts';
import { type Seq, seqAdd, toSeq } from '../seq.ts';
import { type Config, defaults } from '../tcp/config.ts';
import { SYN } from '../tcp/segment.ts';
import { newTcb, type Tcb, type Timers } from '../tcp/tcb.ts';
import type { Connection, Host, Level, Scene } from './level.ts';
import { evaluate } from './symbols.ts';

/** The numbers of CURRICULUM, section 3, where a level names no others. */
export const levelDefaults: Config = {
  ...defaults,
  pacing: 'keeper',
  msl: 5000,
  rcvBuff: 4096,
  autoReceive: true,
  delayedAck: 400,
  r2: null,
};

/** `fastOpen` of a host is no switch alone: see `cookieOf`. The ISN of a listener with `synCookies` is its cookie. */
export function configOf({ config = {} }: Host): Config {
  const { fastOpen, ...rest } = config;
  return { ...levelDefaults, ...rest, fastOpen: fastOpen !== undefined };
}

/** The Fast Open cookie that a level writes as a number: eight octets. null: this host knows none. */
export function cookieOf({ config = {} }: Host): Uint8Array | null {
  if (config.fastOpen === undefined) return null;
  return Uint8Array.of(
    0,
    0,
    0,
    0,
    config.fastOpen >>> 24,
    config.fastOpen >>> 16,
    config.fastOpen >>> 8,
    config.fastOpen,
  );
}

/** The ISN of the `n`th connection that this host begins, counted from 0. */
export function isnOf(vars: Level['vars'], { isns }: Host, n: number): Seq {
  const value = isns[Math.min(n, isns.length - 1)];
  return value === undefined ? toSeq(0) : evaluate(vars, value);
}

/** The TCB with which `role` begins. */
export function tcbOf(vars: Level['vars'], scene: Pick<Scene, 'hosts'>, role: Role): Tcb {
  const host = scene.hosts[role];
  const empty = newTcb(configOf(host));
  if (host.tcb === undefined) {
    return { ...empty, state: host.state, opened: host.state === 'LISTEN' ? 'passively' : 'actively' };
  }
  const peer = scene.hosts[otherRole(role)];
  const opened = host.state === 'SYN-RECEIVED' || (host.state !== 'SYN-SENT' && role === 'server');
  return {
    ...empty,
    state: host.state,
    opened: opened ? 'passively' : 'actively',
    iss: evaluate(vars, host.tcb.iss),
    irs: evaluate(vars, host.tcb.irs ?? 0),
    snd: sendVariables(vars, host.tcb, configOf(peer), empty),
    rcv: receiveVariables(vars, host.tcb, empty),
    timers: timersOf(host.tcb, empty),
  };
}

function sendVariables(vars: Level['vars'], known: Connection, peer: Config, { snd }: Tcb): Tcb['snd'] {
  const iss = evaluate(vars, known.iss);
  const nxt = evaluate(vars, known.sndNxt);
  const opening = known.synSentAt !== undefined;
  const una = opening ? iss : nxt;
  const heard = known.irs !== undefined;
  const wnd = heard ? (known.sndWnd ?? peer.rcvBuff) : 0;
  return {
    ...snd,
    una,
    nxt,
    max: nxt,
    wnd,
    maxWnd: wnd,
    up: una,
    wl1: evaluate(vars, known.rcvNxt ?? 0),
    wl2: una,
    mss: heard ? (peer.mss ?? snd.mss) : snd.mss,
    text: NONE,
    // The FIN stands behind the last octet: one before SND.NXT.
    textSeq: known.closed === true ? seqAdd(nxt, -1) : opening ? seqAdd(iss, 1) : nxt,
    closing: known.closed === true,
    queue:
      known.synSentAt === undefined ? [] : [{ seq: iss, ctl: SYN, len: 0, firstSentAt: known.synSentAt, times: 1 }],
  };
}

function receiveVariables(vars: Level['vars'], known: Connection, { rcv }: Tcb): Tcb['rcv'] {
  const nxt = evaluate(vars, known.rcvNxt ?? 0);
  return { ...rcv, nxt, up: nxt, wnd: known.rcvWnd ?? rcv.wnd };
}

const running = (since: number | undefined, lasts: number): Timers['timeWait'] =>
  since === undefined ? null : { since, at: since + lasts };

function timersOf({ synSentAt, timeWaitSince }: Connection, { timers, rtt, config }: Tcb): Timers {
  return {
    ...timers,
    retransmission: running(synSentAt, rtt.rto),
    timeWait: running(timeWaitSince, 2 * config.msl),
  };
}
