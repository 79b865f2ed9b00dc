/** `npm run backup -- FILE`: writes a copy of the store that the environment names. The server may run meanwhile. */
import { resolve } from 'node:path';
import { finish, readPlace } from './place.ts';
import { dumpDatabase } from './postgresBackup.ts';
import { copyStore } from './sqliteBackup.ts';

const { file, databaseUrl, store } = readPlace('npm run backup -- FILE');
const copy = resolve(file);
const done = databaseUrl === null ? copyStore(store, copy) : dumpDatabase(databaseUrl, copy);
finish(done.ok ? { ok: true, value: `The store was copied to ${copy}, and the copy can be read.` } : done);
