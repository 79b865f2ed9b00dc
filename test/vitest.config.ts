import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // The machine may have other things to do; nothing waits that long by itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'test/postgres/globalSetup.ts',
    include: ['test/{shared,server,client}/**/*.test.ts', 'test/*.test.ts'],
  },
});
