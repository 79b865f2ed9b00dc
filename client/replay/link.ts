/** A recording as text that fits into an address, and back: JSON, deflated, in base64url. Nothing is uploaded. */
import type { Recording } from '../../shared/protocol/recording.ts';

/** What no match of this game comes near, unpacked: a small text can inflate to gigabytes. */
const mostOctets = 4_000_000;

async function gather(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let reader = stream.getReader(), read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    size += read.value.length;
    if (size > mostOctets) {
      await reader.cancel();
      throw new Error('too long');
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function packRecording(recording: Recording): Promise<string> {
  const json = new Blob([JSON.stringify(recording)]).stream();
  const octets = await gather(json.pipeThrough(new CompressionStream('deflate-raw')));
  const binary = Array.from(octets, (octet) => String.fromCharCode(octet)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The JSON in `text`, for `developed` to judge; null where there is none. */
export async function unpackRecording(text: string): Promise<unknown> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const octets = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new Blob([octets]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(new TextDecoder().decode(await gather(json)));
  } catch {
    // Cut off, mistyped or made up: all the same to who opened it.
    return null;
  }
}
