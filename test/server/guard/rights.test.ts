import { describe, expect, test } from 'vitest';
import { forbids, ranks, rights } from '../../../server/guard/rights.ts';
import { type RequestName, requests } from '../../../shared/protocol/request.ts';
import { examplesFor } from '../examples.ts';
import { type Player, connect, enterBotRoom, good, startServer } from '../harness.ts';

const names = Object.keys(requests) as RequestName[];
const send = (player: Player, name: RequestName, content: object): Promise<{ readonly ok: boolean; code?: string }> =>
  player.socket.emitWithAck(name, content);

test('every message has a row, and every row a message', () => {
  expect(Object.keys(rights).toSorted()).toEqual(names.toSorted());
});

describe.each(ranks)('a %s', (rank) => {
  test.each(names)('and %s', async (name) => {
    const server = await startServer();
    const owner = await connect(server);
    const theirs = await enterBotRoom(owner);
    const asking = await connect(server);
    if (rank === 'player') await enterBotRoom(asking);
    const answer = await send(asking, name, examplesFor(theirs)[name]);
    const { may, otherwise } = rights[name];
    expect(answer.code === otherwise).toBe(!may.includes(rank));
    // Whatever was asked: the room of the other one stands as it stood.
    const { version, view } = theirs;
    const back = good(await owner.ask('resume', { code: theirs.code, secret: theirs.secret }));
    expect(back).toMatchObject({ version, view, match: theirs.match });
  });
});

test('who has no seat has the rights of a stranger, whatever a message says', () => {
  expect(forbids('command', { seat: null })).toBe('protocol/not-seated');
  expect(forbids('command', { seat: { code: '222222', seat: 'seat' } })).toBeNull();
});
