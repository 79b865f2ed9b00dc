/** Pages of other origins and names that are not the server's: none opens a connection, none reads a page. */
import { request } from 'node:http';
import { upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';

const allowed = 'https://game.example.org';

const foreign = (port: number): readonly string[] => [
  'http://evil.example',
  'https://evil.example',
  `http://evil.example:${port}`,
  'null',
  'file://',
  'http://127.0.0.1',
  'http://localhost',
  `https://127.0.0.1:${port}`,
  `http://127.0.0.1:${port + 1}`,
  `http://127.0.0.1:${port}.evil.example`,
  `http://127.0.0.1:${port}@evil.example`,
  `http://127.0.0.1:${port}/`,
  'https://game.example.org.evil.example',
  'https://evilgame.example.org',
  'http://game.example.org',
  'https://game.example.org:8443',
  'https://game.example.org/',
  'HTTPS://GAME.EXAMPLE.ORG.EVIL.EXAMPLE',
  'https://game.example.org evil',
  'https://game.example.org,https://evil.example',
  'chrome-extension://abcdefgh',
  'data:',
  'javascript:alert(1)',
  '*',
  ' ',
];
const strangers: readonly string[] = [
  'evil.example',
  'evil.example:80',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'game.example.org.evil.example',
  '8.8.8.8',
  '0.0.0.0',
  '[::]',
  '[2001:db8::1]',
  'a@127.0.0.1',
];

/** The status: 101 for a WebSocket that opens, 200 for polling that does, or a page. 0: the connection was closed. */
function status(port: number, path: string, headers: { readonly [name: string]: string }): Promise<number> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('upgrade', (_answer, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', () => resolve(0));
    asked.end();
  });
}

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};
const webSocket = (port: number, headers: object): Promise<number> =>
  status(port, '/socket.io/?EIO=4&transport=websocket', { ...upgrade, ...headers });
const polling = (port: number, headers: object): Promise<number> =>
  status(port, '/socket.io/?EIO=4&transport=polling', { ...headers });

async function run(_size: Size, report: Report): Promise<void> {
  const { port, lives } = await startProgram({ ORIGINS: allowed });
  let tries = 0;
  let opened = 0;
  const attempt = async (ask: Promise<number>): Promise<void> => {
    tries += 1;
    const got = await ask;
    if (got !== 101 && got !== 200) return;
    opened += 1;
    report.note(`${what} was let in`);
  };
  let what = '';
  for (const origin of foreign(port)) {
    what = `the origin ${origin}`;
    await attempt(webSocket(port, { origin }));
    await attempt(polling(port, { origin }));
    // With a name that fits: a page whose name was made to point here.
    const host = URL.canParse(origin) ? new URL(origin).host : 'evil.example';
    const rebound = host === '' || host.startsWith('127.') || host.startsWith('localhost') ? 'evil.example' : host;
    await attempt(webSocket(port, { origin, host: rebound.startsWith('game.example.org') ? 'evil.example' : rebound }));
  }
  for (const host of strangers) {
    what = `the name ${host}`;
    for (const ask of [webSocket, polling, (to: number, headers: object) => status(to, '/', { ...headers })]) {
      await attempt(ask(port, { host }));
      await attempt(ask(port, { host, origin: `http://${host}` }));
    }
  }
  what = 'another site';
  for (const site of ['cross-site', 'same-site'])
    for (const ask of [webSocket, polling])
      for (const _ of upTo(12)) await attempt(ask(port, { 'sec-fetch-site': site }));
  report.check('none of them gets in', opened === 0 && tries >= 180, `${opened} of ${tries}`);
  const own = await Promise.all([
    webSocket(port, { origin: allowed }),
    webSocket(port, { origin: `http://127.0.0.1:${port}` }),
    webSocket(port, {}),
  ]);
  report.check(
    'the own page does, and a program',
    own.every((one) => one === 101),
    own.join(', '),
  );
  report.check('the program lives', lives());
}

export const scenario: Scenario = { title: 'Pages of other origins', missing: null, run };
