import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { connect, enterBotRoom, newFolder, startServer } from './harness.ts';

const page = '<!doctype html><title>Ackward Bound</title>';
const script = 'console.log("SYN");'.repeat(200);

function buildClient(): string {
  const dist = newFolder();
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), page);
  writeFileSync(join(dist, 'flag.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(dist, 'assets', 'app-1a2b3c.js'), script);
  writeFileSync(join(dist, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync(script));
  writeFileSync(join(dist, 'assets', 'app-1a2b3c.js.gz'), gzipSync(script));
  return dist;
}

interface Got {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: Buffer;
}

/** The path as it is, the body as it comes: `fetch` would tidy up both. */
function get(
  port: number,
  path: string,
  headers: { readonly [name: string]: string } = {},
  method = 'GET',
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the built client', () => {
  test.each([
    ['br, gzip', 'br', brotliCompressSync(script)],
    ['gzip, deflate, br', 'br', brotliCompressSync(script)],
    ['gzip', 'gzip', gzipSync(script)],
    ['br;q=0, gzip', 'gzip', gzipSync(script)],
    ['identity', undefined, Buffer.from(script)],
    ['', undefined, Buffer.from(script)],
  ])('an asset for who accepts "%s" comes as %s', async (accepts, coding, bytes) => {
    const { port } = await startServer({}, { dist: buildClient() });
    const got = await get(port, '/assets/app-1a2b3c.js', { 'accept-encoding': accepts });
    expect(got.status).toBe(200);
    expect(got.headers['content-encoding']).toBe(coding);
    expect(got.headers['vary']).toContain('Accept-Encoding');
    expect(got.headers['content-type']).toMatch(/^text\/javascript/);
    expect(got.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(got.body.equals(bytes)).toBe(true);
  });

  test('a file without compressed siblings comes as it is, and is asked for again', async () => {
    const { port } = await startServer({}, { dist: buildClient() });
    const got = await get(port, '/flag.svg', { 'accept-encoding': 'br' });
    expect(got).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' },
    });
    const etag = String(got.headers['etag']);
    expect((await get(port, '/flag.svg', { 'if-none-match': etag })).status).toBe(304);
  });

  test.each(['/', '/room/ABC234', '/a/deep/link?with=query', '/index.html'])('%s is the page', async (path) => {
    const { port } = await startServer({}, { dist: buildClient() });
    const got = await get(port, path, { accept: 'text/html,*/*;q=0.8' });
    expect(got).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } });
    expect(got.body.toString()).toBe(page);
  });

  test.each([
    ['/assets/gone-000.js', 'text/html'],
    ['/room/ABC234', 'application/json'],
    ['/../server/main.ts', '*/*'],
    ['/assets/../../package.json', '*/*'],
    ['/%2e%2e/package.json', '*/*'],
    ['/assets/%2e%2e%2fpackage.json', '*/*'],
    ['/assets\\..\\..\\package.json', '*/*'],
    ['/.git/config', '*/*'],
  ])('%s for who accepts %s is not found', async (path, accept) => {
    const { port } = await startServer({}, { dist: buildClient() });
    const got = await get(port, path, { accept });
    expect(got.status).toBe(404);
    expect(got.body.toString()).toBe('Not found');
  });

  test('nothing is written by HTTP', async () => {
    const { port } = await startServer({}, { dist: buildClient() });
    expect((await get(port, '/', { accept: 'text/html' }, 'POST')).status).toBe(404);
  });

  test('where it was never built, the page says what to do', async () => {
    const { port } = await startServer({}, { dist: join(newFolder(), 'nowhere') });
    const got = await get(port, '/', { accept: 'text/html' });
    expect(got.status).toBe(503);
    expect(got.body.toString()).toContain('npm start');
  });
});

describe('beside the client', () => {
  test('every answer carries the security headers, and none names the software', async () => {
    const { port } = await startServer({}, { dist: buildClient() });
    for (const path of ['/', '/healthz', '/assets/app-1a2b3c.js', '/gone.js', '/%E0%A4%A']) {
      const { headers } = await get(port, path, { accept: 'text/html' });
      expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self';");
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  test('the state of health and the addresses are JSON', async () => {
    const { port } = await startServer();
    expect(JSON.parse((await get(port, '/healthz')).body.toString())).toEqual({ ok: true });
    // It listens on loopback only: nobody else gets there.
    expect(JSON.parse((await get(port, '/api/addresses')).body.toString())).toEqual({ addresses: [] });
  });
});

const from = (origin: string, transport: string) => ({ extraHeaders: { origin }, transports: [transport] });

describe('who may open a connection', () => {
  test.each(['websocket', 'polling'])(
    'over %s: the own page, a page of the list, and no page at all',
    async (transport) => {
      const server = await startServer({ origins: ['https://game.example.org'] });
      for (const origin of [`http://127.0.0.1:${server.port}`, 'https://game.example.org'])
        expect((await connect(server, from(origin, transport))).socket.connected).toBe(true);
      await enterBotRoom(await connect(server, { transports: [transport] }));
    },
  );

  test.each(['websocket', 'polling'])('over %s: no other page', async (transport) => {
    const server = await startServer({ origins: ['https://game.example.org'] });
    const foreign = [
      'http://evil.example',
      'http://127.0.0.1',
      'null',
      'https://game.example.org.evil.example',
      'http://game.example.org',
    ];
    for (const origin of foreign) await expect(connect(server, from(origin, transport))).rejects.toThrow('error');
  });
});
