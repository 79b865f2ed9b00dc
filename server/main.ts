/** The program: configuration in, address out, and an orderly end. */
import { networkInterfaces } from 'node:os';
import { addressesOf } from './addresses.ts';
import { realClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { greeting } from './greeting.ts';
import { type Running, serve } from './serve.ts';
import { openLog } from './watch/log.ts';

/** After this many milliseconds an orderly end has failed. */
const patience = 4000;

const config = readConfig(process.env);
if (config.ok) await run(config.value);
else stop(config.error);

async function run(wanted: Config): Promise<void> {
  const log = openLog(wanted.logLevel);
  // A bug in one request is no reason to put a class out: what counts is in the store, and memory only repeats it.
  process.on('uncaughtException', (err) => log.fatal({ err }, 'uncaught'));
  process.on('unhandledRejection', (err) => log.fatal({ err }, 'unhandled'));
  let running: Running;
  try {
    running = await serve(wanted, { log });
  } catch (error) {
    stop(explain(error, wanted));
  }
  console.log(greeting(addressesOf(networkInterfaces(), wanted.host, running.port), running.port));
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Whoever presses Ctrl-C twice wants it at once.
      if (asked) process.exit(1);
      asked = true;
      realClock.wake(realClock.now() + patience, () => process.exit(1));
      void running.close().then(() => process.exit(0));
    });
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** One sentence about why the server did not come up. */
function explain(error: unknown, { host, port, dataDir, databaseUrl }: Config): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `PORT ${port} is taken by another program; set PORT to a free one.`;
  if ('syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo'))
    return `The server cannot listen on HOST ${host}, PORT ${port}: ${error.message}.`;
  // Not the URL: it has the password in it.
  if (databaseUrl !== null) return `DATABASE_URL names a store that cannot be used: ${error.message || String(code)}.`;
  return `DATA_DIR ${dataDir} cannot be used: ${error.message}.`;
}
