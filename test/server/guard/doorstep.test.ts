import { describe, expect, test } from 'vitest';
import { get } from '../get.ts';
import { connect, enterBotRoom, startServer } from '../harness.ts';

const origins = ['https://game.example.org'];
type Headers = { readonly [name: string]: string };

/** What Engine.IO says to who wants to begin. */
async function status(port: number, transport: string, headers: Headers): Promise<number> {
  const path = `/socket.io/?EIO=4&transport=${transport}`;
  const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
  const key = { 'sec-websocket-key': Buffer.alloc(16).toString('base64') };
  const wanted = transport === 'websocket' ? { ...upgrade, ...key, ...headers } : headers;
  return (await get(port, path, wanted)).status;
}

describe.each([
  ['websocket', 101, 400],
  ['polling', 200, 403],
] as const)('over %s may open a connection', (transport, opened, refused) => {
  test('the own page, a page of the list, and no page at all', async () => {
    const { port } = await startServer({ origins });
    for (const headers of [
      { origin: `http://127.0.0.1:${port}` },
      { origin: `http://localhost:${port}`, host: `localhost:${port}` },
      { origin: 'https://game.example.org' },
      { origin: 'https://game.example.org', host: 'game.example.org' },
      { 'sec-fetch-site': 'same-origin' },
      {},
    ] satisfies Headers[])
      expect(await status(port, transport, headers)).toBe(opened);
  });

  test.each([
    { origin: 'http://evil.example' },
    { origin: 'http://127.0.0.1' },
    { origin: 'null' },
    { origin: 'https://game.example.org.evil.example' },
    { origin: 'http://game.example.org' },
    { origin: 'file://' },
    { origin: 'http://127.0.0.1:80@evil.example' },
    // A name of a stranger that was made to point here: page and server are of one origin then.
    { origin: 'http://evil.example', host: 'evil.example' },
    { host: 'evil.example' },
    { host: '8.8.8.8' },
    { host: 'localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ] satisfies Headers[])('not %o', async (headers) => {
    const { port } = await startServer({ origins });
    expect(await status(port, transport, headers)).toBe(refused);
  });

  test('and play', async () => {
    const player = await connect(await startServer(), { transports: [transport] });
    expect(await enterBotRoom(player)).toMatchObject({ ok: true });
  });
});

describe('by HTTP', () => {
  test.each(['evil.example', 'evil.example:80', '8.8.8.8', 'a b', '[::2]', 'localhost@evil.example'])(
    'the name "%s" is not answered',
    async (host) => {
      const { port } = await startServer();
      expect((await get(port, '/healthz', { host })).status).toBe(421);
    },
  );

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST:80', '127.1.2.3', '[::1]:3000', 'game.example.org'])(
    'the name "%s" is',
    async (host) => {
      const { port } = await startServer({ origins });
      expect((await get(port, '/healthz', { host })).status).toBe(200);
    },
  );
});
