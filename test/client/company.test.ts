import { expect, test } from 'vitest';
import type { Told } from '../../shared/game/event.ts';
import { companyOf } from '../../client/state/company.ts';
import { fromSnapshot } from '../../client/state/session.ts';
import { room, snapshot, view } from './story.ts';

type End = typeof room.ends.server;

function company(server: Partial<End>, history: readonly Told[] = []) {
  const ends = { ...room.ends, server: { ...room.ends.server, ...server } };
  return companyOf(fromSnapshot(snapshot({ room: { ...room, ends }, history }), null));
}

const standIn = (n: number, begins: boolean): Told => ({ type: 'standIn', host: 'client', begins, at: 0, n });
const waited = (n: number, host: 'client' | 'server'): Told => ({ type: 'waited', host, at: 0, n });

test.each<[string, Partial<End>, ReturnType<typeof companyOf>]>([
  ['there', {}, null],
  ['away', { present: false }, 'away'],
  ['away, and the bot plays', { present: false, standIn: true }, 'standIn'],
  ['gone for good', { keeper: 'nobody', present: false }, 'left'],
  ['gone for good, and the bot plays', { keeper: 'nobody', present: false, standIn: true }, 'standIn'],
  ['the bot from the beginning', { keeper: 'bot' }, null],
])('the partner is %s', (_what, server, shown) => {
  expect(company(server)).toBe(shown);
});

test('who comes back hears that the bot played, until the own next move', () => {
  const played = [standIn(0, true), waited(1, 'client'), standIn(2, false)];
  expect(company({}, played.slice(0, 2))).toBeNull();
  expect(company({}, played)).toBe('relieved');
  expect(company({}, [...played, waited(3, 'server')])).toBe('relieved');
  expect(company({}, [...played, waited(3, 'client')])).toBeNull();
});

test('before and after a match nobody is missed', () => {
  const ends = { ...room.ends, server: { ...room.ends.server, present: false } };
  for (const phase of ['waiting', 'finished'] as const)
    expect(companyOf(fromSnapshot(snapshot({ room: { ...room, ends }, view: view({ phase }) }), null))).toBeNull();
});
