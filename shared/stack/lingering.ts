/**
 * A connection in TIME-WAIT that nobody calls any more, in a tenth of the room: there can be a hundred thousand of
 * them, each for 2MSL. What its answers depend on is kept; `wake` makes a whole connection of it again.
 */
import { type Seq, seqAdd } from '../seq.ts';
import type { Config } from '../tcp/config.ts';
import { type Agreed, newTcb, type Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import type { FourTuple } from './fourTuple.ts';
import type { Connection } from './host.ts';
import type { Sleeper } from './timers.ts';

export interface Lingering extends Sleeper {
  readonly type: 'lingering';
  readonly ends: FourTuple;
  /** The end of 2MSL. */
  readonly until: Millis;
  readonly sndNxt: Seq;
  readonly sndMaxWnd: number;
  readonly rcvNxt: Seq;
  readonly rcvWnd: number;
  readonly agreed: Agreed;
}

/** The compact form of a connection in TIME-WAIT; it keeps the connection's appointment. */
export const linger = ({ id, ends, tcb, wakeAt }: Connection): Lingering => ({
  type: 'lingering',
  id,
  wakeAt,
  ends,
  until: tcb.timers.timeWait?.at ?? Infinity,
  sndNxt: tcb.snd.nxt,
  sndMaxWnd: tcb.snd.maxWnd,
  rcvNxt: tcb.rcv.nxt,
  rcvWnd: tcb.rcv.wnd,
  agreed: tcb.agreed,
});

/** The connection again, for one event. */
export const wake = (lingering: Lingering, config: Config): Connection => ({
  type: 'connection',
  id: lingering.id,
  wakeAt: lingering.wakeAt,
  ends: lingering.ends,
  tcb: tcbOf(lingering, config),
  owner: 'nobody',
  error: null,
  former: null,
});

/** Our FIN was the last number before SND.NXT and is acknowledged: nothing is left to send. */
export function tcbOf({ until, sndNxt, sndMaxWnd, rcvNxt, rcvWnd, agreed }: Lingering, config: Config): Tcb {
  const blank = newTcb(config);
  return {
    ...blank,
    state: 'TIME-WAIT',
    snd: {
      ...blank.snd,
      una: sndNxt,
      nxt: sndNxt,
      max: sndNxt,
      maxWnd: sndMaxWnd,
      up: sndNxt,
      wl1: rcvNxt,
      wl2: sndNxt,
      textSeq: seqAdd(sndNxt, -1),
      closing: true,
    },
    rcv: { ...blank.rcv, nxt: rcvNxt, wnd: rcvWnd, up: rcvNxt },
    timers: { ...blank.timers, timeWait: { since: until - 2 * config.msl, at: until } },
    agreed,
  };
}
