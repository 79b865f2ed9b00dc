import { describe, expect, test } from 'vitest';
import { forbids, ranks, rights } from '../../../server/guard/rights.ts';
import { type RequestName, requests } from '../../../shared/protocol/request.ts';
import { type Player, calmRoom, connect, enterBotRoom, good, newId, startServer } from '../harness.ts';

const names = Object.keys(requests) as RequestName[];
const secret = 'a'.repeat(43);

/** A well-formed message of each name, about the room and the match of somebody else where it can be. */
const contents = ({ code, match }: { readonly code: string; readonly match: string }) =>
  ({
    create: calmRoom,
    join: { code },
    resume: { code, secret },
    command: { id: newId(), match, basedOn: 1, role: 'client', move: { type: 'wait' } },
    ghost: { match },
    rematch: { match },
    recording: { match },
    leave: {},
    attempt: { level: 'est-03-third-ack' },
    run: {
      attempt: 'a'.repeat(46),
      player: secret,
      nickname: null,
      level: 'est-03-third-ack',
      version: 1,
      seed: 1,
      log: [],
      claim: { points: 0, stars: 0, thinking: 0, refused: 0, hint: 0 },
    },
    board: { level: 'est-03-third-ack', player: null },
    rename: { player: secret, nickname: null },
    forget: { player: secret },
  }) satisfies { readonly [name in RequestName]: object };

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
    const answer = await send(asking, name, contents(theirs)[name]);
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
