/** What the connection with which a host begins must mean: it fits the state, and its numbers fit each other. */
import { seqDiff } from '../seq.ts';
import type { State } from '../tcp/state.ts';
import type { Connection, Host, Level } from './level.ts';
import { first, flawIf, type Problem } from './shape.ts';
import { evaluate } from './symbols.ts';

/** The octets that may have been sent before the level: the match keeps room for them. */
const mostSent = 1_000_000;

/** Our FIN has left and is acknowledged. */
const closedStates: readonly State[] = ['FIN-WAIT-2', 'TIME-WAIT'];
const openingStates: readonly State[] = ['SYN-SENT', 'SYN-RECEIVED'];

/** Variables exist by now: `meaning.ts` has looked. */
export function hostProblem(vars: Level['vars'], { state, tcb }: Host, field: string): Problem | null {
  const none = state === 'CLOSED' || state === 'LISTEN';
  if (none) return flawIf(tcb !== undefined, field, 'has no connection');
  return tcb === undefined ? flawIf(true, field, 'needs a connection') : connectionProblem(vars, state, tcb, field);
}

function connectionProblem(vars: Level['vars'], state: State, tcb: Connection, field: string): Problem | null {
  const sent = seqDiff(evaluate(vars, tcb.sndNxt), evaluate(vars, tcb.iss));
  const heard = [tcb.irs, tcb.rcvNxt].filter((number) => number !== undefined).length;
  const closed = tcb.closed === true;
  const { synSentAt, timeWaitSince } = tcb;
  return first([
    () => flawIf(sent < 1 || sent > mostSent, `${field}.sndNxt`, 'too far from the ISN'),
    () => flawIf(state === 'SYN-SENT' && heard > 0, field, 'knows no peer'),
    () => flawIf(state !== 'SYN-SENT' && heard < 2, field, 'needs the peer'),
    () => flawIf(closed && !closedStates.includes(state), `${field}.closed`, 'not in this state'),
    () => flawIf(synSentAt !== undefined && !openingStates.includes(state), `${field}.synSentAt`, 'not in this state'),
    () => flawIf(timeWaitSince !== undefined && state !== 'TIME-WAIT', `${field}.timeWaitSince`, 'not in this state'),
  ]);
}
