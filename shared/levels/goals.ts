/** Whether a level is won: its goals as questions about the two ends. */
import type { Role } from '../game/role.ts';
import { assertNever } from '../result.ts';
import type { Seq } from '../seq.ts';
import type { Signal } from '../tcp/state.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { errors, type Goal, type goalVariables, type Level } from './level.ts';
import { evaluate } from './symbols.ts';

/** What goals look at. */
export interface Outcome {
  readonly ends: { readonly [role in Role]: EndOutcome };
  /** Segments that both ends have sent. */
  readonly sent: number;
}
export interface EndOutcome {
  readonly tcb: Tcb;
  /** Octets that reached the application. */
  readonly delivered: number;
  /** All that it was told, in order. */
  readonly signals: readonly Signal[];
}

/** The goals that do not hold yet; none: the goals are reached. */
export const unmet = ({ win, vars }: Pick<Level, 'win' | 'vars'>, outcome: Outcome): readonly Goal[] =>
  win.filter((goal) => !holds(goal, vars, outcome));

function holds(goal: Goal, vars: Level['vars'], { ends, sent }: Outcome): boolean {
  switch (goal.type) {
    case 'sent':
      return sent === goal.segments;
    case 'state':
      return ends[goal.host].tcb.state === goal.is;
    case 'variable':
      return variable(ends[goal.host].tcb, goal.name) === evaluate(vars, goal.is);
    case 'received':
      return ends[goal.host].delivered + ends[goal.host].tcb.rcv.unread.length === goal.octets;
    case 'errors': {
      const told = ends[goal.host].signals.filter((signal) => errors.some((error) => error === signal));
      return told.length === goal.are.length && told.every((signal, i) => signal === goal.are[i]);
    }
    default:
      return assertNever(goal);
  }
}

function variable({ iss, irs, snd, rcv }: Tcb, name: (typeof goalVariables)[number]): Seq {
  switch (name) {
    case 'iss':
      return iss;
    case 'irs':
      return irs;
    case 'snd.una':
      return snd.una;
    case 'snd.nxt':
      return snd.nxt;
    case 'rcv.nxt':
      return rcv.nxt;
    default:
      return assertNever(name);
  }
}
