/** Engine.IO by hand: what `socket.io-client` would never send. */
import { once } from 'node:events';
import { cleanUp } from './harness.ts';

export interface RawLine {
  /** Sends a frame as it is: text, or bytes. */
  readonly send: (frame: string | Uint8Array<ArrayBuffer>) => void;
  /** The first Socket.IO event (or answer) after `from` whose packet starts with this. */
  readonly heard: (start: string) => Promise<unknown>;
  /** Resolves when the server has ended the connection. */
  readonly ended: Promise<unknown>;
}

/** A connection that has joined the namespace. */
export async function rawLine(server: { readonly port: number }): Promise<RawLine> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`);
  cleanUp(() => socket.close());
  const packets: string[] = [];
  const lookers = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    packets.push(String(data));
    for (const look of lookers) look();
  });
  const heard = (start: string): Promise<unknown> =>
    new Promise((resolve) => {
      const look = (): void => {
        const packet = packets.find((one) => one.startsWith(start));
        if (packet === undefined) return;
        lookers.delete(look);
        resolve(JSON.parse(packet.slice(start.length)));
      };
      lookers.add(look);
      look();
    });
  const ended = once(socket, 'close');
  await once(socket, 'open');
  socket.send('40');
  await heard('40');
  return { send: (frame) => socket.send(frame), heard, ended };
}
