/** The eleven states, in the words of RFC 9293 3.3.2. CLOSED is fictional: it stands for "no TCB". */
export const states = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;
export type State = (typeof states)[number];

/** The timers of a connection: RFC 9293 3.8.1, 3.8.6.1, 3.8.6.3, 3.6.1, 3.9.1 (user timeout). */
export const timerNames = ['retransmission', 'persist', 'delayedAck', 'timeWait', 'user'] as const;
export type TimerName = (typeof timerNames)[number];

/** What TCP tells its user without being asked: RFC 9293 3.9.1 and 3.10.7. */
export const signals = ['refused', 'reset', 'closing', 'timeout', 'urgent', 'sent', 'unanswered'] as const;
export type Signal = (typeof signals)[number];
