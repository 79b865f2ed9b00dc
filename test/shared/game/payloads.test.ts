import { expect, test } from 'vitest';
import { fromPlan, type Match } from '../../../shared/game/match.ts';
import { reduce } from '../../../shared/game/reduce.ts';
import { wholeLife } from '../../../shared/game/scenario.ts';
import { viewOf } from '../../../shared/game/see.ts';
import { fromText } from '../../../shared/octets.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { established } from '../judge/builders.ts';
import { setupOf } from './builders.ts';

/** A human client in the middle of a connection, whose application has just asked to send `text`. */
function asksToSend(text: string, snd: Partial<Tcb['snd']> = {}): Match {
  const setup = setupOf({ client: 'human', server: 'bot' });
  const match = fromPlan(setup, (dice) => {
    const plan = wholeLife(setup, dice);
    const tcb = established();
    const client = {
      ...plan.hosts.client,
      tcb: { ...tcb, snd: { ...tcb.snd, ...snd } },
      program: [{ at: 0, when: [], after: 0, call: { type: 'SEND', text } as const }],
    };
    return { ...plan, hosts: { ...plan.hosts, client } };
  });
  return reduce(match, { type: 'start', at: 0 }).match;
}

const offered = (match: Match) =>
  viewOf(match, 'client').own?.payloads.map(({ offset, length, seq, unsent }) => [offset, length, seq, unsent]);

test('a short text is offered whole, from SND.NXT on', () => {
  expect(offered(asksToSend('hello'))).toEqual([[0, 5, 1001, true]]);
});

test('a text longer than one segment is offered whole and as one MSS', () => {
  expect(offered(asksToSend('x'.repeat(600), { mss: 536 }))).toEqual([
    [0, 600, 1001, true],
    [0, 536, 1001, true],
  ]);
});

test('a window with less room than the text is a length to choose', () => {
  expect(offered(asksToSend('x'.repeat(50), { wnd: 20 }))).toEqual([
    [0, 50, 1001, true],
    [0, 20, 1001, true],
  ]);
});

test('at a closed window one octet is enough to knock with', () => {
  expect(offered(asksToSend('x'.repeat(50), { wnd: 0 }))).toEqual([
    [0, 50, 1001, true],
    [0, 1, 1001, true],
  ]);
});

test('the text of a choice is its own part', () => {
  const match = asksToSend('你好', { wnd: 3 });
  expect(fromText('你').length).toBe(3);
  expect(viewOf(match, 'client').own?.payloads.map(({ text }) => text)).toEqual(['你好', '你']);
});
