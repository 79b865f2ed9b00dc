import { writeFileSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanUp, connect, enterBotRoom, newFolder, startServer } from './harness.ts';
import { spawnServer, startProcess } from './process.ts';

const notAFolder = (): string => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  return file;
};
const notAStore = (): string => {
  const folder = newFolder();
  writeFileSync(join(folder, 'rooms.db'), 'this is no database, and long enough to be seen as none'.repeat(20));
  return folder;
};

describe('the program says in one sentence why it does not start', () => {
  test.each([
    ['a port that is none', () => ({ PORT: 'http' }), /^PORT must be .*\.\n$/],
    ['a time scale that is none', () => ({ TIME_SCALE: '-1' }), /^TIME_SCALE must be .*\.\n$/],
    ['a folder that is a file', () => ({ DATA_DIR: notAFolder() }), /^DATA_DIR .* cannot be used: .*\.\n$/],
    ['a store that is none', () => ({ DATA_DIR: notAStore() }), /^DATA_DIR .* cannot be used: .*\.\n$/],
    [
      'a database that is not there',
      () => ({ DATABASE_URL: 'postgres://me:word@127.0.0.1:1/game' }),
      /^DATABASE_URL names a store that cannot be used: connect ECONNREFUSED 127.0.0.1:1\.\n$/,
    ],
    [
      'an address of another machine',
      () => ({ HOST: '192.0.2.1' }),
      /^The server cannot listen on HOST 192.0.2.1.*\.\n$/,
    ],
  ])('%s', async (_what, env, sentence) => {
    const { code, output } = await spawnServer(env()).ended;
    expect(output).toMatch(sentence);
    expect(code).toBe(1);
  });

  test('a port that is taken', async () => {
    const { port } = await startServer();
    const { code, output } = await spawnServer({ PORT: String(port) }).ended;
    expect(output).toBe(`PORT ${port} is taken by another program; set PORT to a free one.\n`);
    expect(code).toBe(1);
  });
});

describe('the program ends', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s: players are told, open connections are cut, code 0',
    async (signal) => {
      const program = await startProcess();
      const player = await connect(program);
      await enterBotRoom(player);
      // This one never says anything and never hangs up.
      const silent = dial(program.port, '127.0.0.1');
      silent.on('error', () => {});
      cleanUp(() => void silent.destroy());
      await new Promise((resolve) => silent.once('connect', resolve));
      silent.write('GET / HTTP/1.1\r\n');
      const [{ code }] = await Promise.all([program.kill(signal), player.hear('closing')]);
      expect(code).toBe(0);
    },
  );
});
