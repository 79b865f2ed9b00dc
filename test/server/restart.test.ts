import { expect, test } from 'vitest';
import { isDeciding, move, moveOrWait, newest, play } from './driver.ts';
import { type Player, connect, enterPair, good, startServer } from './harness.ts';
import { startProcess } from './process.ts';

async function steps(player: Player, first: Parameters<typeof play>[1], count: number): Promise<void> {
  for (let done = 0; done < count;) {
    const now = newest(player, first);
    if (!isDeciding(now)) {
      await player.hear('update', (one) => one.version > now.version);
      continue;
    }
    const right = await moveOrWait(player, now);
    if (right !== null) await move(player, now, right);
    done += 1;
  }
}

test('a restart in mid-match loses nothing', async () => {
  const server = await startServer();
  const { host, first, second } = await enterPair(server, { weather: 'lossy' });
  // The SYN is on the water; whether it sinks, nobody knows yet, so nobody else may be waited for.
  await steps(host, first, 1);
  await server.close();
  await host.hear('closing');
  const story = host.heard.flatMap((one) => (one.name === 'update' ? one.content.events : []));

  const again = await startServer({ dataDir: server.config.dataDir });
  const [one, two] = [await connect(again), await connect(again)];
  const back = good(await one.ask('resume', { code: first.code, secret: first.secret }));
  expect(back.version).toBeGreaterThanOrEqual(newest(host, first).version);
  expect(back.history.slice(0, first.history.length + story.length)).toEqual([...first.history, ...story]);
  const other = good(await two.ask('resume', { code: second.code, secret: second.secret }));
  await Promise.all([play(one, back), play(two, other)]);
});

test('kill -9 right after an answer: the move is there, once', async () => {
  const before = await startProcess();
  const player = await connect(before);
  const entered = good(
    await player.ask('create', {
      opponent: 'bot',
      role: 'client',
      closer: 'client',
      weather: 'calm',
      clock: 'study',
      judging: 'strict',
      locale: 'zh-CN',
      standIn: null,
    }),
  );
  const { code, secret, match, version } = entered;
  const syn = await moveOrWait(player, entered);
  if (syn === null) throw new Error('an active OPEN owes a SYN');
  const command = { id: 'before-the-end', match, basedOn: version, role: 'client', move: syn } as const;
  const answer = good(await player.ask('command', command));
  expect(answer.verdict).toBeNull();
  await before.kill('SIGKILL');

  const after = await startProcess({ DATA_DIR: before.dataDir });
  const back = await connect(after);
  const again = good(await back.ask('resume', { code, secret }));
  expect(again.version).toBeGreaterThanOrEqual(answer.version);
  expect(again.history.filter((told) => told.type === 'sent' && told.host === 'client')).toHaveLength(1);
  expect(await back.ask('command', command)).toEqual(answer);
  await play(back, again);
});
