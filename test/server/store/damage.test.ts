/** What was not written is not believed: by sums and hashes on every database, by its structure in a SQLite file. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diceFrom, rngFrom } from '../../../shared/rng.ts';
import { isDamage } from '../../../server/store/chain.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { bitsOf, flip, makeSample } from '../../faults/lib/flips.ts';
import { newFolder } from '../harness.ts';
import { databases } from './databases.ts';
import { advance, first, keep, move, room, startOf } from './samples.ts';

/** A room with three commands, and another one. */
async function fill(store: Store): Promise<void> {
  await store.saveRoom(first);
  let last = await startOf(store);
  for (const draft of [advance(1), move(2, 'my-move'), advance(3)]) last = await keep(store, last, draft);
  const other = { ...room, code: 'XYZ234', match: 'other' };
  await store.saveRoom({ ...first, room: other, match: { id: 'other', setup: first.match?.setup ?? (null as never) } });
}

const read = async (store: Store, code: string): Promise<string> => {
  try {
    const found = await store.room(code);
    if (found === null) return 'unknown';
    return (await store.match({ room: code, match: found.room.match })) === null ? 'damaged' : 'well';
  } catch (error) {
    if (isDamage(error) && error.room === code) return 'damaged';
    throw error;
  }
};

describe.each(databases)('$name', ({ make }) => {
  test.each([
    ['a command says something else', `update command set body = replace(body, 'wait', 'what') where version = 2`],
    ['a command has another sender', `update command set seat = 'thief' where version = 2`],
    ['a command in the middle is gone', 'delete from command where version = 2'],
    ['the last command is gone', 'delete from command where version = 3'],
    ['all commands are gone', `delete from command where match = 'match'`],
    ['a command has another place', `update command set version = 7 where version = 3`],
    ['a command is of another match', `update command set match = 'third' where version = 3`],
    ['the setup is another', `update command set body = replace(body, '"seed":1', '"seed":2') where match = 'match'`],
    ['the log is said to be shorter', `update match set version = 2 where id = 'match'`],
    ['the log is said to end otherwise', `update match set hash = 'another' where id = 'match'`],
    ['the match is of another room', `update match set room = 'XYZ234' where id = 'match'`],
    ['the match is gone', `delete from match where id = 'match'`],
    ['the room is gone', `delete from room where code = 'ABC234'`],
    ['the room has another code', `update room set code = 'ABC235' where code = 'ABC234'`],
    ['the room is at another revision', `update room set revision = 2 where code = 'ABC234'`],
    ['the room plays another match', `update room set match = 'other' where code = 'ABC234'`],
    ['the room says something else', `update room set body = replace(body, 'calm', 'foul') where code = 'ABC234'`],
    ['the room was kept at another time', `update room set at = 0 where code = 'ABC234'`],
  ])('%s: that room is damaged, the other one is well', async (_what, sql) => {
    const place = await make();
    const store = await place.open();
    await fill(store);
    expect(await read(store, 'ABC234')).toBe('well');
    await place.spoil(sql);
    expect(await read(store, 'ABC234')).toBe('damaged');
    expect(await read(store, 'XYZ234')).toBe('well');
    expect(await read(store, '222222')).toBe('unknown');
  });
});

describe('a SQLite file', () => {
  test('of which a page is overwritten keeps the other rooms, and the old file beside the new one', async () => {
    const sample = await makeSample(40);
    const file = join(newFolder(), 'rooms.db');
    const octets = Buffer.from(sample.file);
    // A page with commands in it, and not the root of the table.
    const at = octets.indexOf('command-4');
    octets.fill(0x5a, at - (at % 4096), at - (at % 4096) + 4096);
    writeFileSync(file, octets);
    const reports: string[] = [];
    const store = openSqlite({ file, report: ({ message }) => reports.push(message) });
    const states = await Promise.all(sample.codes.map((code) => read(store, code)));
    expect(new Set(states)).toEqual(new Set(['well', 'damaged']));
    expect(states.filter((state) => state === 'damaged').length).toBeLessThan(20);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatch(/\d+ rooms were kept, \d+ are lost, the old file is .*rooms.db.damaged-1/);
    await store.close();
    expect(readFileSync(`${file}.damaged-1`).equals(octets)).toBe(true);
    const again = openSqlite({ file, report: ({ message }) => reports.push(message) });
    expect(await Promise.all(sample.codes.map((code) => read(again, code)))).toEqual(states);
    expect(reports).toHaveLength(1);
    await again.close();
  });

  test('whose schema is damaged is refused, and not touched', async () => {
    const sample = await makeSample(3);
    const folder = newFolder();
    const octets = Buffer.from(sample.file);
    octets.write('creaze', octets.indexOf('CREATE TABLE room'), 'latin1');
    writeFileSync(join(folder, 'rooms.db'), octets);
    expect(() => openSqlite({ file: join(folder, 'rooms.db') })).toThrow('malformed');
    expect(readFileSync(join(folder, 'rooms.db')).equals(octets)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  test('each flipped bit is found, or harmless', async () => {
    const sample = await makeSample(12);
    const dice = diceFrom(rngFrom(Number(process.env['FLIP_SEED'] ?? 7)));
    const kinds = new Set<string>();
    for (let n = 0; n < 80; n += 1) {
      const bit = dice.below(bitsOf(sample));
      const outcome = await flip(sample, bit);
      expect(outcome, `octet ${bit >> 3}, bit ${bit & 7}`).not.toMatchObject({ type: 'silent' });
      kinds.add(outcome.type);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['found', 'harmless']));
  }, 60_000);
});
