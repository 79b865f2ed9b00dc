import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { get } from '../get.ts';
import { connect, enterBotRoom, startServer } from '../harness.ts';

const page = async (port: number, headers: { readonly [name: string]: string } = {}): Promise<string> =>
  (await get(port, '/metrics', headers)).body.toString();

test('the metrics count rooms, seats, requests, refusals, calls of the store and the delay of the loop', async () => {
  const server = await startServer();
  const player = await connect(server);
  await enterBotRoom(player);
  await player.ask('join', { code: '222222' });
  await connect(server);
  const said = await page(server.port);
  for (const line of [
    'ackward_rooms 1',
    'ackward_seats 1',
    'ackward_connections 2',
    'ackward_refusals_total{code="room/unknown"} 1',
    'ackward_request_seconds_count{request="create"} 1',
    'ackward_store_seconds_count{call="saveRoom"} 1',
  ])
    expect(said.split('\n')).toContain(line);
  expect(said).toMatch(/^ackward_event_loop_delay_seconds\{quantile="0\.99"\} \d/m);
  expect(said).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
});

test('without a token they are for this machine only', async () => {
  const { port } = await startServer();
  expect(await page(port)).toContain('ackward_rooms');
  const passedOn = await get(port, '/metrics', { 'x-forwarded-for': '192.0.2.1' });
  expect(passedOn).toMatchObject({ status: 404 });
  expect(passedOn.body.toString()).toBe('Not found');
});

test('with a token they are for whoever has it', async () => {
  const { port } = await startServer({ metricsToken: '0123456789abcdef' });
  expect(await page(port)).toBe('Not found');
  expect(await page(port, { authorization: 'Bearer 0123456789abcdeF' })).toBe('Not found');
  expect(await page(port, { authorization: 'Bearer 0123456789abcdef' })).toContain('ackward_rooms');
});

test('a server whose store does not answer lives, and is not ready', async () => {
  const server = await startServer();
  expect(await get(server.port, '/readyz')).toMatchObject({ status: 200 });
  const db = new DatabaseSync(join(server.config.dataDir, 'rooms.db'));
  db.exec('alter table room rename to elsewhere');
  expect(await get(server.port, '/readyz')).toMatchObject({ status: 503 });
  expect(await get(server.port, '/healthz')).toMatchObject({ status: 200 });
  db.exec('alter table elsewhere rename to room');
  db.close();
  expect(await get(server.port, '/readyz')).toMatchObject({ status: 200 });
});
