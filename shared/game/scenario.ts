/** The whole life of a connection, as a plan: open, one message each way, close by `setup.closer` first. */
import { conditionsOf } from '../net/weather.ts';
import { fromText } from '../octets.ts';
import { assertNever } from '../result.ts';
import type { Dice } from '../rng.ts';
import { toSeq } from '../seq.ts';
import { type Config, defaults } from '../tcp/config.ts';
import { isSynchronized, newTcb } from '../tcp/tcb.ts';
import type { WholeLife } from './command.ts';
import type { End } from './match.ts';
import type { Condition, HostPlan, Plan, Step } from './plan.ts';
import { otherRole, type Role } from './role.ts';

/** How a host of a match is set up: the numbers of `curriculum`, section 3. */
export const hostConfig: Config = {
  ...defaults,
  pacing: 'keeper',
  msl: 5000,
  rcvBuff: 4096,
  autoReceive: true,
  delayedAck: 400,
  r2: null,
};

/** Where rules may be broken a segment may be repeated in vain for ever: R2 of 3.8.3 ends it. */
const freeConfig: Config = { ...hostConfig, r2: defaults.r2 };

export function wholeLife(setup: WholeLife, dice: Dice): Plan {
  const host = (role: Role): HostPlan => ({
    tcb: newTcb(setup.judging === 'free' ? freeConfig : hostConfig),
    cookie: null,
    isns: [toSeq(dice.below(0x1_0000_0000))],
    program: program(setup, role, dice),
  });
  const hosts = { client: host('client'), server: host('server') };
  return { hosts, sea: { conditions: conditionsOf[setup.weather], faults: [], ghosts: [] } };
}

function program(setup: WholeLife, role: Role, dice: Dice): readonly Step[] {
  const awaits: readonly Condition[] = [{ type: 'received', octets: fromText(setup.texts[otherRole(role)]).length }];
  const close: Step =
    role === setup.closer
      ? { at: 0, when: [...awaits, { type: 'acknowledged' }], after: 200 + dice.below(200), call: { type: 'CLOSE' } }
      : { at: 0, when: [{ type: 'peerClosed' }], after: dice.below(300), call: { type: 'CLOSE' } };
  const mode = role === 'client' ? 'active' : 'passive';
  const send: Step = {
    at: 0,
    when: role === 'client' ? [{ type: 'established' }] : awaits,
    after: role === 'client' ? 150 + dice.below(150) : 100 + dice.below(200),
    call: { type: 'SEND', text: setup.texts[role] },
  };
  return [{ at: 0, when: [], after: 0, call: { type: 'OPEN', mode, text: '' } }, send, close];
}

export function holds(condition: Condition, end: End): boolean {
  switch (condition.type) {
    case 'established':
      return isSynchronized(end.tcb.state);
    case 'received':
      return end.received.length >= condition.octets;
    case 'acknowledged':
      return end.tcb.snd.text.length === 0;
    case 'peerClosed': {
      const { state } = end.tcb;
      return state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
    }
    default:
      return assertNever(condition);
  }
}
