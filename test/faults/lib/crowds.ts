/** Connections that say too little, too slowly or nothing, in a process of their own: each one takes a file. */
import { type Socket, connect } from 'node:net';
import { frame } from './frame.ts';
import { each, sleep, upTo } from './numbers.ts';

/** How long each one was left alone by the server, in milliseconds; Infinity: longer than anybody waited. */
export interface Lasted {
  readonly kind: string;
  readonly millis: number;
}

const [port, wanted, patience] = process.argv.slice(2).map(Number);

const upgrade = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
const post = `POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 4000\r\n\r\n`;

/** What each kind says at once, and then a second at a time. */
const kinds: { readonly [kind: string]: { readonly first: string; readonly next: string } } = {
  'says nothing': { first: '', next: '' },
  'drips a header': { first: 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ', next: 'x' },
  'drips the first line': { first: 'GET /', next: 'a' },
  'stops in a header': { first: 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n', next: '' },
  'drips a body': { first: post, next: 'x' },
  'opens a WebSocket and joins nothing': { first: upgrade, next: '' },
  'opens a WebSocket and drips a frame': { first: upgrade, next: '\u0081' },
  'asks once and stays': { first: `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, next: '' },
  'answers no ping': { first: upgrade, next: '' },
};

async function one(kind: string): Promise<Lasted> {
  const { first = '', next = '' } = kinds[kind] ?? {};
  const socket: Socket = connect({ port: port ?? 0, host: '127.0.0.1' });
  socket.on('error', () => socket.destroy());
  socket.resume();
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  const began = performance.now();
  if (first !== '') socket.write(first);
  if (kind === 'answers no ping') socket.write(frame('40'));
  const drip = next === '' ? null : setInterval(() => socket.write(next, 'latin1'), 1000);
  while (!socket.destroyed && performance.now() - began < (patience ?? 0)) await sleep(50);
  if (drip !== null) clearInterval(drip);
  const millis = socket.destroyed ? performance.now() - began : Infinity;
  socket.destroy();
  return { kind, millis };
}

const names = Object.keys(kinds);
const lasted: Lasted[] = [];
await each(upTo(wanted ?? 0), wanted ?? 0, async (n) => {
  // Not all in the same millisecond: five thousand in a second or two.
  await sleep(n / 4);
  lasted.push(await one(names[n % names.length] ?? ''));
});
console.log(JSON.stringify(lasted.map(({ kind, millis }) => [kind, millis === Infinity ? null : millis])));
