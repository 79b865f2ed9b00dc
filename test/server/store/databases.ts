/** The databases that the store is held to behave the same on. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openPostgres } from '../../../server/store/postgres.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { missing } from '../../postgres/postgres.ts';
import { newDatabase } from '../../postgres/shared.ts';
import { cleanUp, newFolder } from '../harness.ts';

/** One database: whatever opens it sees the same, like processes that share it. */
export interface Place {
  readonly open: () => Promise<Store>;
  /** Does to the tables, past the store, what no store does. */
  readonly spoil: (sql: string) => Promise<void>;
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
    return {
      open: async () => closing(openSqlite({ file })),
      async spoil(sql) {
        const db = new DatabaseSync(file);
        db.exec(sql);
        db.close();
      },
    };
  },
};

const postgres: Database = {
  name: 'PostgreSQL',
  async make() {
    const url = await newDatabase();
    return {
      open: async () => closing(await openPostgres({ url })),
      async spoil(sql) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query(sql);
        await client.end();
      },
    };
  },
};

/** For `describe.each`. Where there is no PostgreSQL, the run says at its beginning what is not checked. */
export const databases: readonly Database[] = missing === null ? [sqlite, postgres] : [sqlite];
