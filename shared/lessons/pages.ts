/** The encyclopedia: a page for each flag, field, state, timer and attack, and for notable procedures. */
import type { Flag } from '../tcp/segment.ts';
import type { State, TimerName } from '../tcp/state.ts';
import type { Page } from './page.ts';
import { attackPages } from './pages/attacks.ts';
import { fieldPages } from './pages/fields.ts';
import { flagPages } from './pages/flags.ts';
import { procedurePages } from './pages/procedures.ts';
import { statePages } from './pages/states.ts';
import { timerPages } from './pages/timers.ts';

const table = {
  ...flagPages,
  ...fieldPages,
  ...statePages,
  ...timerPages,
  ...attackPages,
  ...procedurePages,
} as const satisfies { readonly [id: string]: Page };

export type PageId = keyof typeof table;
export const pages: { readonly [id in PageId]: Page } = table;

const isPageId = (id: string): id is PageId => id in table;
export const pageIds: readonly PageId[] = Object.keys(table).filter(isPageId);

export const pageOfFlag = {
  CWR: 'flag-cwr',
  ECE: 'flag-ece',
  URG: 'flag-urg',
  ACK: 'flag-ack',
  PSH: 'flag-psh',
  RST: 'flag-rst',
  SYN: 'flag-syn',
  FIN: 'flag-fin',
} as const satisfies { readonly [flag in Flag]: PageId };

export const pageOfState = {
  CLOSED: 'state-closed',
  LISTEN: 'state-listen',
  'SYN-SENT': 'state-syn-sent',
  'SYN-RECEIVED': 'state-syn-received',
  ESTABLISHED: 'state-established',
  'FIN-WAIT-1': 'state-fin-wait-1',
  'FIN-WAIT-2': 'state-fin-wait-2',
  'CLOSE-WAIT': 'state-close-wait',
  CLOSING: 'state-closing',
  'LAST-ACK': 'state-last-ack',
  'TIME-WAIT': 'state-time-wait',
} as const satisfies { readonly [state in State]: PageId };

export const pageOfTimer = {
  retransmission: 'timer-retransmission',
  persist: 'timer-persist',
  delayedAck: 'timer-delayed-ack',
  timeWait: 'timer-time-wait',
  user: 'timer-user',
} as const satisfies { readonly [timer in TimerName]: PageId };
