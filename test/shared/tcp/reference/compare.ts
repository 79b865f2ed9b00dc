/** What an end did, in words: of the engine and of the reference model alike, so that the two can be compared. */
import { octetsFrom, show } from '../notation.ts';
import { seqDiff, type Seq } from '../../../../shared/seq.ts';
import { makeSegment, RST, type Segment } from '../../../../shared/tcp/segment.ts';
import type { Numbering, World } from '../world.ts';
import type { Act, Arrival, Endpoint } from './endpoint.ts';
import { sentences } from './sentences.ts';

type Variables = Omit<Endpoint, 'state' | 'passive' | 'irs' | 'textEnd' | 'fin' | 'kept'>;

/**
 * The variables that a TCB must have right afterwards: those that have a meaning. CLOSED and LISTEN have none; before
 * the peer's SYN nothing of it is known; in TIME-WAIT nothing is sent that a window could hold back; a SYN without ACK has no SEG.ACK for SND.WL2; and the urgent pointer of a SYN
 * waits with its text.
 */
function variables(state: string, { iss, irs }: Numbering, e: Variables): string {
  if (state === 'CLOSED' || state === 'LISTEN') return '';
  const ours = (seq: Seq): number => seqDiff(seq, iss);
  const theirs = (seq: Seq): number => seqDiff(seq, irs);
  const sent = `una ${ours(e.una)} nxt ${ours(e.nxt)}`;
  if (state === 'SYN-SENT') return sent;
  if (state === 'TIME-WAIT') return `${sent} rcv ${theirs(e.rcvNxt)}+${e.rcvWnd}`;
  const window = `wnd ${e.wnd} wl1 ${theirs(e.wl1)} max ${e.maxWnd} rcv ${theirs(e.rcvNxt)}+${e.rcvWnd}`;
  if (e.una === iss) return `${sent} ${window}`;
  const urgent = Math.max(0, seqDiff(e.rcvUp, e.rcvNxt) + e.unread);
  return `${sent} ${window} wl2 ${ours(e.wl2)} unread ${e.unread} urgent ${urgent}`;
}

function shown(seg: Segment, { iss, irs }: Numbering): string {
  return show(seg, { seq: iss, ack: irs }, (seg.ctl & RST) === 0);
}

function range(data: Uint8Array): string {
  const first = data[0] ?? 0;
  return octetsFrom(first, data.length).every((octet, i) => octet === data[i]) ? `${first}+${data.length}` : '?';
}

function actInWords(act: Act, numbering: Numbering): string {
  switch (act.type) {
    case 'send':
      return shown(makeSegment(act), numbering);
    case 'signal':
      return `signal:${act.signal}`;
    case 'deliver':
      return `deliver:${range(act.data)}`;
    case 'reopen':
      return `reopen:${seqDiff(act.above, numbering.iss)}`;
  }
}

export interface Story {
  readonly did: string;
  readonly clauses: string;
  readonly drops: number;
  readonly lingers: boolean;
  readonly variables: string;
}

/** The clauses are a set: in which order one segment's effects are listed, the RFC does not say. */
const inOrder = (clauses: Iterable<string>): string => [...new Set(clauses)].toSorted().join(' ');

export function storyOfModel(a: Arrival, numbering: Numbering): Story {
  return {
    did: [a.e.state, ...a.acts.map((act) => actInWords(act, numbering))].join(' '),
    clauses: inOrder([...a.because].map((id) => sentences[id].clause)),
    drops: a.dropped,
    lingers: a.lingers,
    variables: variables(a.e.state, numbering, a.e),
  };
}

/** As the hand-written tables tell it. */
export const withoutWindows = (did: string): string => did.replaceAll(/<WND=\d+>/g, '');

export function storyOfEngine({ tcb, effects, numbering }: World): Story {
  const { snd, rcv } = tcb;
  const acts = effects.flatMap((effect): readonly string[] => {
    if (effect.type === 'sendSegment') return [shown(effect.segment, numbering)];
    if (effect.type === 'signalUser') return [`signal:${effect.signal}`];
    if (effect.type === 'deliver') return [`deliver:${range(effect.data)}`];
    if (effect.type === 'reopen') return [`reopen:${seqDiff(effect.above, numbering.iss)}`];
    return [];
  });
  return {
    did: [tcb.state, ...acts].join(' '),
    clauses: inOrder(effects.map(({ clause }) => clause)),
    drops: effects.filter(({ type }) => type === 'drop').length,
    lingers: effects.some((effect) => effect.type === 'startTimer' && effect.timer === 'timeWait'),
    variables: variables(tcb.state, numbering, {
      iss: tcb.iss,
      una: snd.una,
      nxt: snd.nxt,
      wnd: snd.wnd,
      wl1: snd.wl1,
      wl2: snd.wl2,
      maxWnd: snd.maxWnd,
      rcvNxt: rcv.nxt,
      rcvWnd: rcv.wnd,
      rcvUp: rcv.up,
      unread: rcv.unread.length,
    }),
  };
}
