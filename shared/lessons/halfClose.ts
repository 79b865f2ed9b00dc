/**
 * Two directions that end one after the other: the player calls CLOSE at either end and lets the segments arrive.
 * Four of them, or three where the second application closes before its ACK has left. RFC 9293 3.6, figure 12.
 */
import { type Role, roles } from '../game/role.ts';
import type { State } from '../tcp/state.ts';
import { type Answer, type Strait, type StraitAction, establish, idleEnd } from './strait.ts';
import { bellOf } from './straitStory.ts';

/** `waiting`: the FIN has left and is not confirmed. */
export const piers = ['open', 'waiting', 'closed'] as const;
export type Pier = (typeof piers)[number];

/** The direction in which an end sends. */
const pierIn = {
  CLOSED: 'closed',
  LISTEN: 'closed',
  'SYN-SENT': 'open',
  'SYN-RECEIVED': 'open',
  ESTABLISHED: 'open',
  'CLOSE-WAIT': 'open',
  'FIN-WAIT-1': 'waiting',
  CLOSING: 'waiting',
  'LAST-ACK': 'waiting',
  'FIN-WAIT-2': 'closed',
  'TIME-WAIT': 'closed',
} as const satisfies { readonly [state in State]: Pier };

export const pierOf = (strait: Strait, role: Role): Pier => pierIn[strait.ends[role].tcb.state];

/** Both ESTABLISHED, the next numbers 100 and 300. `answer`: what the server's application does at the client's FIN. */
export const newHalfClose = (answer: Extract<Answer, 'nothing' | 'closes-at-once'>): Strait =>
  establish({ client: idleEnd([99]), server: { ...idleEnd([299]), answer } });

/** What an application says: short, so that the octets can be counted. */
export const parcel = { client: 'hello', server: 'one more parcel' } as const satisfies {
  readonly [role in Role]: string;
};

/** What can be done now. Nothing is lost here. */
export function possibleCloses(strait: Strait): readonly StraitAction[] {
  const own = roles.flatMap((host): readonly StraitAction[] =>
    pierOf(strait, host) === 'open'
      ? [
          { type: 'send', host, text: parcel[host] },
          { type: 'close', host },
        ]
      : [],
  );
  const boats = strait.afloat.map(({ name }): StraitAction => ({ type: 'arrive', name }));
  const last: readonly StraitAction[] =
    own.length + boats.length === 0 && bellOf(strait) !== null ? [{ type: 'wait' }] : [];
  return [...own, ...boats, ...last];
}

export interface Closing {
  /** FINs, and ACKs that did nothing but confirm one. */
  readonly waves: number;
  /** Text left from an end that had heard the other's FIN: the connection was half-closed, and used. */
  readonly usedHalf: boolean;
  /** The two FINs crossed. */
  readonly crossed: boolean;
  /** Both directions are closed, at both ends. */
  readonly over: boolean;
}

/** What the story of a close was. */
export function closingOf(strait: Strait): Closing {
  const { history } = strait;
  const sent = history.flatMap((told) => (told.type === 'sent' ? [told] : []));
  const fins = sent.filter(({ header }) => header.flags.includes('FIN'));
  const confirmed = fins.map(({ header: { seq, len } }) => seq + len + 1);
  // The first segment that says so; one that is a FIN itself is counted as such.
  const acks = confirmed.flatMap((next) => sent.find(({ header }) => header.ack === next) ?? []);
  const waves = new Set([...fins, ...acks].map(({ flight }) => flight)).size;
  const heard = (host: Role): number =>
    history.find((told) => told.type === 'arrived' && told.host === host && told.header.flags.includes('FIN'))?.n ??
    Infinity;
  const usedHalf = sent.some(({ n, host, header }) => header.len > 0 && n > heard(host));
  const crossed = history.some((told) => told.type === 'changed' && told.to === 'CLOSING');
  const over = roles.every((role) => pierOf(strait, role) === 'closed') && strait.afloat.length === 0;
  return { waves, usedHalf, crossed, over };
}
