/** A request over HTTP with the path as it is and the body as it comes: `fetch` would tidy up both. */
import { request } from 'node:http';

export interface Got {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: Buffer;
}

export function get(
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
    asked.on('upgrade', ({ headers: said }, socket) => {
      socket.destroy();
      resolve({ status: 101, headers: said, body: Buffer.of() });
    });
    asked.on('error', reject);
    asked.end();
  });
}
