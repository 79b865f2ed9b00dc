import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { newest } from './driver.ts';
import { type Player, connect, enterBotRoom, good, newFolder, newId } from './harness.ts';
import { startProcess } from './process.ts';
import type { Entered } from '../../shared/protocol/answer.ts';

const server = fileURLToPath(new URL('../../server/keep/', import.meta.url));

function call(program: 'backup' | 'restore', env: { readonly [name: string]: string }, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${server}${program}.ts`, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, said: stdout + stderr };
}

async function wait(player: Player, first: Entered): Promise<number> {
  const { match, version } = newest(player, first);
  const command = { id: newId(), match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
  return good(await player.ask('command', command)).version;
}

describe('a backup', () => {
  test('is made while the server runs, and brings back what was there then', async () => {
    const running = await startProcess();
    const env = { DATA_DIR: running.dataDir };
    const copy = join(newFolder(), 'copy.db');
    const player = await connect(running);
    const first = await enterBotRoom(player);
    const before = await wait(player, first);
    expect(call('backup', env, copy)).toEqual({
      status: 0,
      said: expect.stringMatching(/^The store was copied .*\.\n$/),
    });
    expect(await wait(player, first)).toBeGreaterThan(before);
    const busy = call('restore', env, copy);
    expect(busy).toEqual({ status: 1, said: expect.stringMatching(/^A server uses .*; stop it first\.\n$/) });
    await running.kill('SIGTERM');

    expect(call('restore', env, copy)).toMatchObject({ status: 0 });
    expect(existsSync(join(running.dataDir, 'rooms.db.before-restore'))).toBe(true);
    const again = await startProcess(env);
    const { code, secret } = first;
    const back = good(await (await connect(again)).ask('resume', { code, secret }));
    const moves = back.history.filter((told) => told.type === 'refused' && told.host === 'client');
    expect(moves).toHaveLength(1);
  }, 30_000);

  test('overwrites nothing, and is not made of nothing', () => {
    const folder = newFolder();
    const copy = join(folder, 'copy.db');
    expect(call('backup', { DATA_DIR: folder }, copy)).toEqual({
      status: 1,
      said: expect.stringMatching(/^There is no store .*\.\n$/),
    });
    writeFileSync(copy, 'mine');
    writeFileSync(join(folder, 'rooms.db'), '');
    expect(call('backup', { DATA_DIR: folder }, copy)).toMatchObject({ status: 1 });
    expect(readFileSync(copy, 'utf8')).toBe('mine');
  });

  test('that is damaged, or none, is not put in the place of a store', () => {
    const folder = newFolder();
    const copy = join(folder, 'copy.db');
    writeFileSync(copy, 'no database');
    for (const file of [copy, join(folder, 'nowhere.db')])
      expect(call('restore', { DATA_DIR: folder }, file)).toMatchObject({ status: 1 });
    expect(existsSync(join(folder, 'rooms.db'))).toBe(false);
  });

  test.each(['backup', 'restore'] as const)('%s says what it needs', (program) => {
    expect(call(program, {})).toEqual({ status: 1, said: expect.stringMatching(/^Say which file: .*\n$/) });
    expect(call(program, { DATABASE_URL: 'none' }, 'x').said).toMatch(/^DATABASE_URL must be .*\.\n$/);
    const unreachable = { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x' };
    const { status, said } = call(program, unreachable, join(newFolder(), 'x'));
    expect(status).toBe(1);
    expect(said).not.toContain('secret');
  });
});
