/** What a player learns to do, by name: the first meeting with each begins with a demonstration. */
import { formsOf } from '../judge/forms.ts';
import { ACK, FIN } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';

export const procedures = [
  'open',
  'answer-syn',
  'complete-handshake',
  'send-data',
  'acknowledge',
  'repeat',
  'probe',
  'close',
  'answer-fin',
  'reset',
  'challenge',
  'wait',
] as const;
export type Procedure = (typeof procedures)[number];

/** Which of them is wanted here. */
export function procedureOf(tcb: Tcb): Procedure {
  const offer = formsOf(tcb)[0]?.offer;
  if (offer === undefined) return 'wait';
  switch (offer.kind) {
    case 'reset':
      return 'reset';
    case 'syn':
      return (offer.segment.ctl & ACK) === 0 ? 'open' : 'answer-syn';
    case 'retransmission':
      return 'repeat';
    case 'probe':
      return 'probe';
    case 'text':
      return (offer.segment.ctl & FIN) === 0 ? 'send-data' : 'close';
    case 'ack':
      return acknowledgement(tcb);
  }
}

const challenging = ['unacceptable-segment', 'rst-challenge', 'syn-challenge', 'ack-too-old', 'ack-too-new'];

function acknowledgement({ state, snd, iss, owed }: Tcb): Procedure {
  const clause = owed.ack?.clause ?? '';
  if (challenging.includes(clause)) return 'challenge';
  if (clause === 'syn-sent-established') return 'complete-handshake';
  const closing = state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'TIME-WAIT' || clause.startsWith('fin-');
  return closing && snd.nxt !== iss ? 'answer-fin' : 'acknowledge';
}

/** The levels that ask "why": the player tries first, and the RFC's move is shown beside the own one afterwards. */
export const whyLevels: readonly string[] = [
  'loss-03-third-ack-lost',
  'close-06-last-ack-lost',
  'odd-03-old-duplicate-syn',
];

/** Whether a level that meets these procedures first shows how `wanted` is done. */
export const startsWithDemonstration = (level: string, wanted: Procedure, shown: readonly Procedure[]): boolean =>
  !whyLevels.includes(level) && !shown.includes(wanted);

/** In a "why" level no help is given before the player has tried by hand. */
export const mayAskForHelp = (level: string, submissions: number): boolean =>
  !whyLevels.includes(level) || submissions > 0;
