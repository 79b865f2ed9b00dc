/**
 * The fields that the lab knows, by the names of Wireshark's display filters, and what a value of each looks like.
 * `protocol`: octets of a whole layer; `flag`: a bit; `seconds`: a number with a fraction.
 */
export type FieldKind = 'protocol' | 'number' | 'flag' | 'address' | 'card' | 'text' | 'octets' | 'seconds';

/** `bits`: how large a number may get. */
interface Known {
  readonly kind: FieldKind;
  readonly bits?: number;
}

const protocol: Known = { kind: 'protocol' };
const flag: Known = { kind: 'flag' };
const text: Known = { kind: 'text' };
const number = (bits: number): Known => ({ kind: 'number', bits });

export const fields = {
  frame: protocol,
  'frame.number': number(32),
  'frame.len': number(32),
  'frame.time_relative': { kind: 'seconds' },
  eth: protocol,
  'eth.dst': { kind: 'card' },
  'eth.src': { kind: 'card' },
  'eth.addr': { kind: 'card' },
  'eth.type': number(16),
  ip: protocol,
  'ip.version': number(8),
  'ip.hdr_len': number(8),
  'ip.dsfield': number(8),
  'ip.len': number(16),
  'ip.id': number(16),
  'ip.flags': number(8),
  'ip.flags.df': flag,
  'ip.flags.mf': flag,
  'ip.frag_offset': number(16),
  'ip.ttl': number(8),
  'ip.proto': number(8),
  'ip.checksum': number(16),
  'ip.src': { kind: 'address' },
  'ip.dst': { kind: 'address' },
  'ip.addr': { kind: 'address' },
  tcp: protocol,
  'tcp.srcport': number(16),
  'tcp.dstport': number(16),
  'tcp.port': number(16),
  'tcp.stream': number(32),
  'tcp.len': number(32),
  'tcp.seq': number(32),
  'tcp.seq_raw': number(32),
  'tcp.nxtseq': number(32),
  'tcp.ack': number(32),
  'tcp.ack_raw': number(32),
  'tcp.hdr_len': number(8),
  'tcp.flags': number(16),
  'tcp.flags.res': flag,
  'tcp.flags.ae': flag,
  'tcp.flags.cwr': flag,
  'tcp.flags.ece': flag,
  'tcp.flags.urg': flag,
  'tcp.flags.ack': flag,
  'tcp.flags.push': flag,
  'tcp.flags.reset': flag,
  'tcp.flags.syn': flag,
  'tcp.flags.fin': flag,
  'tcp.window_size_value': number(16),
  'tcp.window_size': number(32),
  'tcp.checksum': number(16),
  'tcp.urgent_pointer': number(16),
  'tcp.options': { kind: 'octets' },
  'tcp.options.mss_val': number(16),
  'tcp.payload': { kind: 'octets' },
  udp: protocol,
  'udp.srcport': number(16),
  'udp.dstport': number(16),
  'udp.port': number(16),
  'udp.length': number(16),
  'udp.checksum': number(16),
  icmp: protocol,
  'icmp.type': number(8),
  'icmp.code': number(8),
  'icmp.checksum': number(16),
  'icmp.ident': number(16),
  'icmp.seq': number(16),
  dns: protocol,
  'dns.id': number(16),
  'dns.flags.response': flag,
  'dns.qry.name': text,
  'dns.a': { kind: 'address' },
  http: protocol,
  'http.request': flag,
  'http.request.method': text,
  'http.request.uri': text,
  'http.host': text,
  'http.user_agent': text,
  'http.response': flag,
  'http.response.code': number(16),
  'http.server': text,
  'http.content_type': text,
  'http.content_length': number(32),
} as const satisfies { readonly [name: string]: Known };
export type FieldName = keyof typeof fields;

export const isFieldName = (word: string): word is FieldName => Object.hasOwn(fields, word);
export const fieldNames = Object.keys(fields).filter(isFieldName);
export const knownOf = (name: FieldName): Known => fields[name];

/** Names that stand for either of two fields. */
export const eitherOf: { readonly [name in FieldName]?: FieldName } = {
  'eth.src': 'eth.addr',
  'eth.dst': 'eth.addr',
  'ip.src': 'ip.addr',
  'ip.dst': 'ip.addr',
  'tcp.srcport': 'tcp.port',
  'tcp.dstport': 'tcp.port',
  'udp.srcport': 'udp.port',
  'udp.dstport': 'udp.port',
};
