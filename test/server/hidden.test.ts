import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Entered, Snapshot } from '../../shared/protocol/answer.ts';
import { otherRole } from '../../shared/game/role.ts';
import { play } from './driver.ts';
import { type Message, type Player, type Server, enterPair, startServer } from './harness.ts';

/** Everything that this player was told before the match was over. */
function beforeTheEnd(player: Player, first: Entered): readonly (Entered | Message)[] {
  const over = player.heard.findIndex(
    ({ name, content }) => (name === 'update' || name === 'snapshot') && content.view.phase === 'finished',
  );
  return [first, ...player.heard.slice(0, over)];
}

function seedOf(server: Server, match: string): string {
  const db = new DatabaseSync(join(server.config.dataDir, 'rooms.db'), { readOnly: true });
  const row = db.prepare("select body ->> 'seed' as seed from command where match = ? and version = 0").get(match);
  db.close();
  return String(row?.['seed']);
}

async function playedPair(): Promise<{ server: Server; players: [Player, Entered, Snapshot][] }> {
  const server = await startServer();
  const { host, friend, first, second } = await enterPair(server, { weather: 'stormy' });
  const [one, two] = await Promise.all([play(host, first), play(friend, second)]);
  const players: [Player, Entered, Snapshot][] = [
    [host, first, one],
    [friend, second, two],
  ];
  return { server, players };
}

test('the seed is in no message before the end, and neither is any setup', async () => {
  const { server, players } = await playedPair();
  for (const [player, first] of players) {
    const told = JSON.stringify(beforeTheEnd(player, first));
    expect(told).not.toContain(seedOf(server, first.match));
    expect(told).not.toContain('seed');
    expect(told).not.toContain('"rng"');
  }
});

test('the other end shows nothing of its inside before the end', async () => {
  const { players } = await playedPair();
  const open = new Set(['started', 'sent', 'duplicated', 'lost', 'arrived', 'finished']);
  for (const [player, first] of players) {
    const role = first.view.role ?? 'client';
    for (const message of beforeTheEnd(player, first)) {
      const content = 'ok' in message ? message : message.content;
      if (content === undefined || !('view' in content)) continue;
      expect(content.view).toMatchObject({ role, peer: null, own: { role } });
      const events = 'events' in content ? content.events : content.history;
      const foreign = events.filter((told) => 'host' in told && told.host === otherRole(role));
      expect(foreign.filter((told) => !open.has(told.type))).toEqual([]);
    }
  }
});

test('the initial sequence number of the other end is unknown until its SYN leaves', async () => {
  const { players } = await playedPair();
  for (const [player, first, end] of players) {
    const role = first.view.role ?? 'client';
    const syn = end.history.find((told) => told.type === 'sent' && told.host === otherRole(role));
    if (syn?.type !== 'sent') throw new Error('the other end sent a SYN');
    const all = beforeTheEnd(player, first);
    const early = all.slice(
      0,
      all.findIndex((message) => tells(message, syn.n)),
    );
    expect(early).toContain(first);
    expect(JSON.stringify(early)).not.toContain(String(syn.header.seq));
    expect(JSON.stringify(all)).toContain(String(syn.header.seq));
  }
});

const tells = (message: Entered | Message, n: number): boolean =>
  'name' in message && message.name === 'update' && message.content.events.some((told) => told.n === n);

test('at the end everybody is shown everything', async () => {
  const { players } = await playedPair();
  const [[, , one] = [], [, , two] = []] = players;
  expect(one?.history).toEqual(two?.history);
  expect(one?.view.peer).toEqual(two?.view.own);
  expect(one?.history.some((told) => told.type === 'changed' && told.host === 'server')).toBe(true);
});

test('the store has no secret, only its hash', async () => {
  const { server, players } = await playedPair();
  await server.close();
  const stored = readFileSync(join(server.config.dataDir, 'rooms.db'), 'latin1');
  for (const [, { secret, code }] of players) {
    expect(stored).toContain(code);
    expect(stored).not.toContain(secret);
  }
});
