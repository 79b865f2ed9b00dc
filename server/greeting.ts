/** What the terminal says when the server stands: where to open the game, best address first. */
import { renderUnicodeCompact } from 'uqr';

export function greeting(addresses: readonly string[], port: number): string {
  const local = `http://localhost:${port}`;
  const [best, ...others] = addresses;
  if (best === undefined)
    return `Ackward Bound: ${local}\n(No network address was found: only this machine can open it.)`;
  const lines = [
    `Ackward Bound: ${best}`,
    ...others.map((address) => `           or  ${address}`),
    `on this machine ${local}`,
    '',
    renderUnicodeCompact(best, { border: 2 }),
  ];
  return lines.join('\n');
}
