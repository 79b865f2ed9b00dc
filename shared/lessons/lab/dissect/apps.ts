/** What TCP, UDP and IP carry in the labs' captures, as lines: HTTP/1.1 (RFC 9112), DNS (RFC 1035), ping (RFC 792). */
import { type Octets, toText } from '../../../octets.ts';
import { formatAddress } from '../../../packet/address.ts';
import { get16, get32 } from '../../../packet/word.ts';
import type { FieldName } from './fields.ts';
import { type FieldNode, hex, hidden, node, nowhere, parent } from './node.ts';

/** A layer, and what the list of packets says of it. */
export interface Layer {
  readonly protocol: string;
  readonly info: string;
  readonly nodes: readonly FieldNode[];
}

export function udpNode(frame: Octets, at: number): FieldNode {
  const [from, to, length, checksum] = [0, 2, 4, 6].map((offset) => get16(frame, at + offset));
  const title = `User Datagram Protocol, Src Port: ${from}, Dst Port: ${to}`;
  return parent(node('udp', title, frame.subarray(at), [at, at + 8]), [
    node('udp.srcport', `Source Port: ${from}`, from ?? 0, [at, at + 2]),
    node('udp.dstport', `Destination Port: ${to}`, to ?? 0, [at + 2, at + 4]),
    node('udp.length', `Length: ${length}`, length ?? 0, [at + 4, at + 6]),
    node('udp.checksum', `Checksum: ${hex(checksum ?? 0, 4)} [unverified]`, checksum ?? 0, [at + 6, at + 8]),
  ]);
}

/** `partner`: the frame of the other one of request and reply; null: there is none. */
export function icmpLayer(frame: Octets, at: number, partner: number | null): Layer {
  const type = frame[at] ?? 0;
  const isRequest = type === 8;
  const said = isRequest ? 'Echo (ping) request' : 'Echo (ping) reply';
  const [checksum = 0, id = 0, seq = 0] = [2, 4, 6].map((offset) => get16(frame, at + offset));
  const tree = parent(node('icmp', 'Internet Control Message Protocol', frame.subarray(at), [at, frame.length]), [
    node('icmp.type', `Type: ${type} (${said})`, type, [at, at + 1]),
    node('icmp.code', `Code: ${frame[at + 1] ?? 0}`, frame[at + 1] ?? 0, [at + 1, at + 2]),
    node('icmp.checksum', `Checksum: ${hex(checksum, 4)} [correct]`, checksum, [at + 2, at + 4]),
    node('icmp.ident', `Identifier (BE): ${id} (${hex(id, 4)})`, id, [at + 4, at + 6]),
    node('icmp.seq', `Sequence Number (BE): ${seq} (${hex(seq, 4)})`, seq, [at + 6, at + 8]),
    node(null, `Data (${frame.length - at - 8} bytes)`, null, [at + 8, frame.length]),
  ]);
  const low = ((seq & 255) << 8) | (seq >> 8);
  const found = partner === null ? '' : ` (${isRequest ? 'reply' : 'request'} in ${partner})`;
  const info = `${said.padEnd(21)}id=${hex(id, 4)}, seq=${seq}/${low}, ttl=64${found}`;
  return { protocol: 'ICMP', info, nodes: [tree] };
}

/** A name in labels; a pointer is not followed: the lab's names stand first. */
function nameAt(frame: Octets, at: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let next = at;
  for (let length = frame[next] ?? 0; length > 0 && length < 64; length = frame[next] ?? 0) {
    labels.push(toText(frame.subarray(next + 1, next + 1 + length)));
    next += 1 + length;
  }
  return { name: labels.join('.'), end: next + 1 };
}

export function dnsLayer(frame: Octets, at: number): Layer {
  const id = get16(frame, at);
  const isAnswer = ((frame[at + 2] ?? 0) & 0x80) !== 0;
  const { name, end } = nameAt(frame, at + 12);
  const said = isAnswer ? 'Standard query response' : 'Standard query';
  const address = isAnswer ? get32(frame, frame.length - 4) : null;
  const title = `Domain Name System (${isAnswer ? 'response' : 'query'})`;
  const answers =
    address === null
      ? []
      : [node('dns.a', `Address: ${formatAddress(address)}`, address, [frame.length - 4, frame.length])];
  const tree = parent(node('dns', title, frame.subarray(at), [at, frame.length]), [
    node('dns.id', `Transaction ID: ${hex(id, 4)}`, id, [at, at + 2]),
    node(
      'dns.flags.response',
      `${isAnswer ? '1' : '0'}... .... .... .... = Response: Message is a ${isAnswer ? 'response' : 'query'}`,
      isAnswer,
      [at + 2, at + 4],
    ),
    node('dns.qry.name', `Name: ${name}`, name, [at + 12, end]),
    ...answers,
  ]);
  const found = address === null ? '' : ` A ${formatAddress(address)}`;
  return { protocol: 'DNS', info: `${said} ${hex(id, 4)} A ${name}${found}`, nodes: [tree] };
}

const headerFields: { readonly [name: string]: FieldName } = {
  host: 'http.host',
  'user-agent': 'http.user_agent',
  server: 'http.server',
  'content-type': 'http.content_type',
};

/** null: what is said is no HTTP. */
export function httpLayer(frame: Octets, at: number): Layer | null {
  const text = toText(frame.subarray(at));
  const head = /^(?:(GET|HEAD|POST) (\S+) HTTP\/1\.[01]|HTTP\/1\.[01] (\d{3}) .*)\r\n/.exec(text);
  if (head === null) return null;
  const end = text.indexOf('\r\n\r\n') + 4;
  const [, method, uri, code] = head;
  const first = head[0].slice(0, -2);
  const type = /\r\nContent-Type: ([^\r;]+)/i.exec(text)?.[1];
  const isRequest = method !== undefined && uri !== undefined;
  const kind = isRequest
    ? [
        node('http.request.method', `Request Method: ${method}`, method, [at, at + method.length]),
        node('http.request.uri', `Request URI: ${uri}`, uri, [
          at + method.length + 1,
          at + method.length + 1 + uri.length,
        ]),
        hidden(node('http.request', 'Request: True', true, nowhere)),
      ]
    : [
        node('http.response.code', `Status Code: ${code}`, Number(code), [at + 9, at + 12]),
        hidden(node('http.response', 'Response: True', true, nowhere)),
      ];
  const tree = parent(node('http', 'Hypertext Transfer Protocol', frame.subarray(at), [at, at + end]), [
    parent(node(null, `${first}\\r\\n`, null, [at, at + first.length + 2]), kind),
    ...headerNodes(text.slice(0, end), at),
  ]);
  const info = isRequest ? `${first} ` : `${first}${type === undefined ? '' : `  (${type})`}`;
  return { protocol: 'HTTP', info, nodes: [tree, ...bodyNodes(text, at, end, type)] };
}

/** The lines between the first one and the body, the empty one included. */
function headerNodes(head: string, at: number): readonly FieldNode[] {
  let from = head.indexOf('\r\n') + 2;
  return head
    .slice(from, -2)
    .split('\r\n')
    .map((line) => {
      const place = [at + from, at + from + line.length + 2] as const;
      from += line.length + 2;
      const [name = '', value = ''] = line.split(': ');
      if (name.toLowerCase() === 'content-length') {
        return node('http.content_length', `${line}\\r\\n`, Number(value), place);
      }
      const field = headerFields[name.toLowerCase()] ?? null;
      return node(field, `${line}\\r\\n`, field === null ? null : value, place);
    });
}

function bodyNodes(text: string, at: number, end: number, type: string | undefined): readonly FieldNode[] {
  const body = text.slice(end);
  if (body === '') return [];
  const lines = body.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let from = at + end;
  const nodes = lines.map((line) => {
    from += line.length;
    return node(null, line.replace('\n', '\\n'), null, [from - line.length, from]);
  });
  const title = `Line-based text data: ${type ?? 'text'} (${lines.length} lines)`;
  return [parent(node(null, title, null, [at + end, at + end + body.length]), nodes)];
}
