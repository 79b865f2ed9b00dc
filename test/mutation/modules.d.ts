/** What `run.ts` resolves by its hook. */
declare module 'mutation:vitest' {
  export { expect } from 'vitest';
}
