/**
 * The log: one line of JSON for each thing that an operator should know. No names, no secrets, no addresses: what
 * players send is never written, and errors are written without the values that they quote.
 */
import { type DestinationStream, type Logger, destination, pino } from 'pino';
import type { LogLevel } from '../config.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Lines go to the standard output, each one written before the next thing happens. */
export const openLog = (level: LogLevel, to: DestinationStream = destination({ sync: true })): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describe },
    },
    to,
  );

interface Described {
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: readonly string[];
}

/** What a log may say of an error: what kind, where it came from, and its message if that quotes nobody. */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, code: null, message: '', stack: [] };
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    code: code === null ? null : String(code),
    message: quotesValues(error) ? '' : withoutAddresses(error.message),
    stack: stack.map((line) => line.trim()),
  };
}

/** Schemas and parsers quote what they could not read. */
const quotesValues = ({ name }: Error): boolean => name === 'ValiError' || name === 'SyntaxError';

const withoutAddresses = (message: string): string =>
  message
    .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]')
    .replaceAll(/(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/gi, '[address]');
