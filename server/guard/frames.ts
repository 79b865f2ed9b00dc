/**
 * What a frame may be before Socket.IO parses it. JSON that is nested too deep and attachments get no further: the
 * request that came with them goes on without its content, and is refused as malformed. Nothing is kept of them.
 */

/** Of what a request carries: {move: {payload: {}}} has depth 3. The list around it, with the name, is one more. */
export const deepest = 4;

/** Attachments that one request may announce before it is taken for an attack. */
const mostAttachments = 10;

export type Tamed =
  /** Goes on as it is, or as `text`. */
  | { readonly type: 'pass'; readonly text: string }
  /** Was announced, and is not read. */
  | { readonly type: 'drop' }
  /** Nothing that can be answered: the connection ends. */
  | { readonly type: 'end' };

const end: Tamed = { type: 'end' };

/** An event or an answer in Socket.IO's form: type, namespace, number, JSON. */
const packet = /^([0-6])(?:(\d+)-)?(?:(\/[^,]*),)?(\d*)/;
const name = /^\[("(?:[^"\\]|\\.)*")/;

/** One for each connection: it knows how many attachments were announced. */
export function createTamer(): (frame: unknown) => Tamed {
  let awaited = 0;
  return (frame) => {
    if (typeof frame !== 'string') {
      if (awaited === 0) return end;
      awaited -= 1;
      return { type: 'drop' };
    }
    if (awaited > 0) return end;
    const [head = '', type, attachments, namespace, number = ''] = packet.exec(frame) ?? [];
    const json = frame.slice(head.length);
    if (type === '5') {
      awaited = Number(attachments ?? 0);
      if (awaited < 1 || awaited > mostAttachments) return end;
      return { type: 'pass', text: withoutContent(namespace, number, json) };
    }
    if (!isDeep(json)) return { type: 'pass', text: frame };
    return type === '2' ? { type: 'pass', text: withoutContent(namespace, number, json) } : end;
  };
}

const withoutContent = (namespace: string | undefined, number: string, json: string): string =>
  `2${namespace === undefined ? '' : `${namespace},`}${number}[${name.exec(json)?.[1] ?? '""'},null]`;

/** Whether brackets are nested deeper than a request may be. What is no JSON is found out by its parser. */
function isDeep(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at);
    if (quoted) {
      if (letter === backslash) at += 1;
      else if (letter === quote) quoted = false;
    } else if (letter === quote) quoted = true;
    else if (opening.has(letter) && (depth += 1) > deepest + 1) return true;
    else if (closing.has(letter)) depth -= 1;
  }
  return false;
}

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const opening = new Set(['[', '{'].map((bracket) => bracket.charCodeAt(0)));
const closing = new Set([']', '}'].map((bracket) => bracket.charCodeAt(0)));
