/** `npm run docs:clauses`: prints the table of clauses and writes it to shared/tcp/CLAUSES.md. */
import { writeFileSync } from 'node:fs';
import { clauseTable } from './clauseTable.ts';

const table = clauseTable();
writeFileSync(new URL('../../shared/tcp/CLAUSES.md', import.meta.url), table);
console.log(table);
