/** The databases that the store is held to behave the same on. */
import { join } from 'node:path';
import { openPostgres } from '../../../server/store/postgres.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { missing } from '../../postgres/postgres.ts';
import { newDatabase } from '../../postgres/shared.ts';
import { cleanUp, newFolder } from '../harness.ts';

/** One database: whatever opens it sees the same, like processes that share it. */
export interface Place {
  readonly open: () => Promise<Store>;
}

export interface Database {
  readonly name: string;
  readonly make: () => Promise<Place>;
}

/** Closed at the end of the test, if not before. */
function closing(store: Store): Store {
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  cleanUp(close);
  return { ...store, close };
}

const sqlite: Database = {
  name: 'SQLite',
  async make() {
    const file = join(newFolder(), 'rooms.db');
    return { open: async () => closing(openSqlite({ file })) };
  },
};

const postgres: Database = {
  name: 'PostgreSQL',
  async make() {
    const url = await newDatabase();
    return { open: async () => closing(await openPostgres({ url })) };
  },
};

/** For `describe.each`. Where there is no PostgreSQL, the run says at its beginning what is not checked. */
export const databases: readonly Database[] = missing === null ? [sqlite, postgres] : [sqlite];
