import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    globalSetup: 'test/postgres/globalSetup.ts',
    include: ['test/{shared,server,client}/**/*.test.ts', 'test/*.test.ts'],
  },
});
