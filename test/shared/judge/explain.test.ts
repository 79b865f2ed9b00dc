/** The clauses that only a player needs: what the engine never does, so no effect of it could tell of them. */
import { expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import type { Move } from '../../../shared/judge/move.ts';
import type { Flag } from '../../../shared/tcp/segment.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { arrive, asked, closing, established, finFromPeer, sendAll, synArrived } from './builders.ts';

function clauseOf(tcb: Tcb, flags: readonly Flag[], [seq, ack]: readonly [number, number], length: number): string {
  const payload = length === 0 ? null : { offset: 0, length };
  const move: Move = { type: 'send', flags, seq, ack, payload };
  const judgement = judge(tcb, move);
  return judgement.right ? 'right' : judgement.verdict.clause;
}

test('text waits until the connection is ESTABLISHED', () => {
  expect(clauseOf(synArrived(), ['SYN', 'ACK'], [1000, 5001], 3)).toBe('text-waits');
});

test('a FIN comes after the last octet', () => {
  const tcb = closing(asked('Ahoy!'));
  expect(clauseOf(tcb, ['FIN', 'ACK'], [1001, 5001], 5)).toBe('right');
  expect(clauseOf(closing(asked('x'.repeat(900))), ['FIN', 'ACK'], [1001, 5001], 536)).toBe('fin-after-text');
});

test('there is no text after the own FIN', () => {
  const tcb = arrive(sendAll(closing(established())), finFromPeer);
  expect(clauseOf(tcb, ['ACK'], [1002, 5002], 3)).toBe('nothing-after-fin');
});
