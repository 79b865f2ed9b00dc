/**
 * Why 2MSL: two experiments, each with TIME-WAIT and without. The last ACK is lost, and the FIN comes again; and an
 * old segment comes into the next connection between the same ports. RFC 9293 3.6.1, 3.4.3; RFC 1337.
 */
import { type Strait, type StraitAction, actAll, establish, idleEnd, newStrait, straitConfig } from './strait.ts';
import { bellOf } from './straitStory.ts';

export const experiments = ['last-ack', 'old-duplicate'] as const;
export type Experiment = (typeof experiments)[number];

export interface Choice {
  readonly experiment: Experiment;
  /** Off: the active closer forgets the connection as soon as it has sent its last ACK. */
  readonly timeWait: boolean;
}

const { msl } = straitConfig;
const clientConfig = ({ timeWait }: Choice) => (timeWait ? {} : { msl: 0 });

export const newExperiment = (choice: Choice): Strait =>
  choice.experiment === 'last-ack' ? lastAck(choice) : oldDuplicate(choice);

/** The client has closed, the server has confirmed that and may close now: u = 100, v = 300. */
function lastAck(choice: Choice): Strait {
  const open = establish({ client: idleEnd([99], clientConfig(choice)), server: idleEnd([299]) });
  const half = actAll(open, [
    { type: 'close', host: 'client' },
    { type: 'arrive', name: 'FIN,ACK 1' },
    { type: 'arrive', name: 'ACK 1' },
  ]);
  return { ...newStrait(half.ends), now: half.now };
}

/** Fifty octets, so that the payment after them begins at 151, where the next connection begins as well. */
const order = 'ORDER forty chests of green tea for the east quay.';
export const payment = 'PAY 10';

/**
 * A whole connection whose payment was late, repeated, and confirmed; the first copy is still out there. The next
 * ISN of the client is drawn by dice, and they fall on a number of the old connection.
 */
function oldDuplicate(choice: Choice): Strait {
  const server = { ...idleEnd([300, 400]), answer: 'closes-at-once', listens: true } as const;
  const idle = newStrait({ client: idleEnd([100, 150], clientConfig(choice)), server }, msl);
  const before = actAll(idle, [
    { type: 'listen', host: 'server' },
    { type: 'open', host: 'client' },
    { type: 'arrive', name: 'SYN 1' },
    { type: 'arrive', name: 'SYN,ACK 1' },
    { type: 'arrive', name: 'ACK 1' },
    { type: 'send', host: 'client', text: order },
    { type: 'arrive', name: 'DATA 1' },
    { type: 'arrive', name: 'ACK 2' },
  ]);
  // The story that is shown begins with the payment.
  return actAll({ ...before, history: [], names: {}, sails: 0 }, [
    { type: 'send', host: 'client', text: payment },
    { type: 'wait' },
    { type: 'arrive', name: 'DATA 2' },
    { type: 'arrive', name: 'ACK 1' },
    { type: 'close', host: 'client' },
    { type: 'arrive', name: 'FIN,ACK 1' },
    { type: 'arrive', name: 'FIN,ACK 2' },
    { type: 'arrive', name: 'ACK 2' },
  ]);
}

export function possibleMoves({ experiment }: Choice, strait: Strait): readonly StraitAction[] {
  const { client, server } = strait.ends;
  const calls: readonly StraitAction[] =
    experiment === 'last-ack'
      ? server.tcb.state === 'CLOSE-WAIT'
        ? [{ type: 'close', host: 'server' }]
        : []
      : client.tcb.state === 'CLOSED' || client.tcb.state === 'TIME-WAIT'
        ? [{ type: 'open', host: 'client' }]
        : [];
  const wait: readonly StraitAction[] = bellOf(strait) === null ? [] : [{ type: 'wait' }];
  const boats = strait.afloat.flatMap(({ name }): readonly StraitAction[] =>
    experiment === 'last-ack'
      ? [
          { type: 'arrive', name },
          { type: 'lose', name },
        ]
      : [{ type: 'arrive', name }],
  );
  return [...calls, ...wait, ...boats];
}

export const timeWaitOutcomes = ['open', 'in-order', 'by-reset', 'polluted', 'clean'] as const;
/**
 * `in-order`: the last ACK was lost, and the server got another. `by-reset`: it got a RST for its FIN. `polluted`: an
 * old payment was booked twice. `clean`: the old segment is gone, and a new connection stands.
 */
export type TimeWaitOutcome = (typeof timeWaitOutcomes)[number];

export function outcomeOf({ experiment }: Choice, { ends, history, afloat }: Strait): TimeWaitOutcome {
  if (experiment === 'last-ack') {
    const lost = history.some(({ type }) => type === 'lost');
    if (!lost || ends.server.tcb.state !== 'CLOSED') return 'open';
    const reset = history.some(
      (told) => told.type === 'arrived' && told.host === 'server' && told.header.flags.includes('RST'),
    );
    return reset ? 'by-reset' : 'in-order';
  }
  const booked = history.filter((told) => told.type === 'delivered' && told.text === payment).length;
  if (booked > 1) return 'polluted';
  const again = ends.client.tcb.state === 'ESTABLISHED' && ends.server.tcb.state === 'ESTABLISHED';
  return again && afloat.length === 0 ? 'clean' : 'open';
}
