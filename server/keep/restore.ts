/** `npm run restore -- FILE`: puts a backup in the place of the store that the environment names. Stop the server first. */
import { resolve } from 'node:path';
import { finish, readPlace } from './place.ts';
import { restoreDatabase } from './postgresBackup.ts';
import { putBack } from './sqliteBackup.ts';

const { file, databaseUrl, store } = readPlace('npm run restore -- FILE');
const copy = resolve(file);
if (databaseUrl === null) {
  const done = putBack(copy, store);
  const kept = done.ok && done.value !== null ? ` What was there before is ${done.value}.` : '';
  finish(done.ok ? { ok: true, value: `${copy} is the store now.${kept}` } : done);
} else {
  const done = restoreDatabase(databaseUrl, copy);
  finish(done.ok ? { ok: true, value: `${copy} is in the database now.` } : done);
}
