/** Every environment variable that the server knows, read and checked here and nowhere else. */
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type Result, fail, ok } from '../shared/result.ts';

export interface Config {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** The folder of the store, where it is a file. */
  readonly dataDir: string;
  /** The PostgreSQL that is the store, with its password; null: the store is a file. */
  readonly databaseUrl: string | null;
  /** Begins the ids of polling sessions, so that a proxy knows which node has them; null: there is one node. */
  readonly nodeName: string | null;
  /** How much faster than real time every match runs. */
  readonly timeScale: number;
  /** Origins that may connect besides the server's own; their names are names of the server. */
  readonly origins: readonly string[];
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly proxies: readonly string[];
  readonly logLevel: LogLevel;
  /** Who knows it may read the metrics from anywhere; null: they are for this machine only. */
  readonly metricsToken: string | null;
  /** Serve the client by Vite, from its sources. */
  readonly development: boolean;
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

type Env = { readonly [name: string]: string | undefined };

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const number = v.pipe(text, v.transform(Number));
const list = v.pipe(
  v.string(),
  v.transform((all) => all.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))),
);
const isOrigin = (origin: string): boolean => URL.canParse(origin) && new URL(origin).origin === origin;
const isHost = (host: string): boolean => isIP(host) !== 0 || /^[\w-]+(\.[\w-]+)*\.?$/.test(host);

const isDatabase = (url: string): boolean =>
  URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol) && new URL(url).pathname.length > 1;

/** An address, or a network such as 10.0.0.0/8. */
function isNetwork(network: string): boolean {
  const [address = '', bits, ...more] = network.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const Variables = v.object({
  PORT: v.optional(v.pipe(number, v.integer(), v.minValue(0), v.maxValue(65_535)), '3000'),
  HOST: v.optional(v.pipe(text, v.check(isHost)), '0.0.0.0'),
  DATA_DIR: v.optional(text, fileURLToPath(new URL('../data', import.meta.url))),
  DATABASE_URL: v.optional(v.pipe(text, v.check(isDatabase))),
  NODE_NAME: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/))),
  TIME_SCALE: v.optional(v.pipe(number, v.minValue(0.01), v.maxValue(10_000)), '1'),
  ORIGINS: v.optional(v.pipe(list, v.everyItem(isOrigin)), ''),
  TRUSTED_PROXIES: v.optional(v.pipe(list, v.everyItem(isNetwork)), ''),
  LOG_LEVEL: v.optional(v.picklist(logLevels), 'info'),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[\w.~+/-]{16,256}$/))),
  NODE_ENV: v.optional(v.picklist(['', 'production', 'development', 'test']), ''),
});
type Name = keyof typeof Variables.entries;

/** "NAME must be ..." */
const rules: { readonly [name in Name]: string } = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'an address to listen on, such as 0.0.0.0',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'a URL such as postgres://user:password@host:5432/database',
  NODE_NAME: '1 to 16 small letters or digits',
  TIME_SCALE: 'a number from 0.01 to 10000',
  ORIGINS: 'origins such as https://game.example.org, with commas between',
  TRUSTED_PROXIES: 'addresses or networks such as 127.0.0.1 or 10.0.0.0/8, with commas between',
  LOG_LEVEL: `one of ${logLevels.join(', ')}`,
  METRICS_TOKEN: '16 to 256 letters, digits or . ~ + / _ -',
  NODE_ENV: 'production, development or test',
};
const isName = (key: unknown): key is Name => typeof key === 'string' && Object.hasOwn(rules, key);

/** What these say is not repeated. */
const secrets: ReadonlySet<Name> = new Set(['METRICS_TOKEN', 'DATABASE_URL']);

/** The configuration, or one sentence for the person who started the server. */
export function readConfig(env: Env): Result<Config, string> {
  const read = v.safeParse(Variables, env, { abortEarly: true });
  if (!read.success) return fail(complain(env, read.issues[0].path?.[0].key));
  const { output } = read;
  return ok({
    port: output.PORT,
    host: output.HOST,
    dataDir: output.DATA_DIR,
    databaseUrl: output.DATABASE_URL ?? null,
    nodeName: output.NODE_NAME ?? null,
    timeScale: output.TIME_SCALE,
    origins: output.ORIGINS,
    proxies: output.TRUSTED_PROXIES,
    logLevel: output.LOG_LEVEL,
    metricsToken: output.METRICS_TOKEN ?? null,
    development: output.NODE_ENV === 'development',
  });
}

function complain(env: Env, name: unknown): string {
  if (!isName(name)) return 'The environment cannot be read.';
  const found = secrets.has(name) ? 'what it is' : `"${env[name]}"`;
  return `${name} must be ${rules[name]}, not ${found}.`;
}
