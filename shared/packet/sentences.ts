/**
 * The sentences of refused octets in both languages. `{found}` and `{wanted}` are decimal, `{foundHex}` and
 * `{wantedHex}` hexadecimal; the offset stands in front of every sentence.
 */
import type { PacketError, PacketErrorCode } from './packetError.ts';

export type SentenceLanguage = 'en' | 'zh-CN';

const front: Readonly<Record<SentenceLanguage, string>> = { en: 'At octet {offset}: ', 'zh-CN': '第 {offset} 字节处:' };

const sentences: Readonly<Record<PacketErrorCode, Readonly<Record<SentenceLanguage, string>>>> = {
  'ip/short': {
    en: 'the packet ends after {found} octets, but its IPv4 header needs {wanted}.',
    'zh-CN': '数据包只有 {found} 字节,而 IPv4 首部需要 {wanted} 字节。',
  },
  'ip/version': {
    en: 'the IP version is {found}; only version 4 is read here.',
    'zh-CN': 'IP 版本号是 {found};这里只能读取版本 4。',
  },
  'ip/version-6': {
    en: 'this is an IPv6 packet; only IPv4 is read here.',
    'zh-CN': '这是 IPv6 数据包;这里只能读取 IPv4。',
  },
  'ip/header-length': {
    en: 'the IPv4 header claims {found} octets, fewer than the {wanted} that every IPv4 header has.',
    'zh-CN': 'IPv4 首部自称只有 {found} 字节,而任何 IPv4 首部至少有 {wanted} 字节。',
  },
  'ip/checksum': {
    en: 'the IPv4 header checksum is 0x{foundHex}, but the header adds up to 0x{wantedHex}: it was changed on the way.',
    'zh-CN': 'IPv4 首部校验和是 0x{foundHex},按首部计算应为 0x{wantedHex}:首部在途中被改动了。',
  },
  'ip/total-length': {
    en: 'the IPv4 total length is {found} octets, less than its own header of {wanted}.',
    'zh-CN': 'IPv4 总长度是 {found} 字节,比它自己的首部({wanted} 字节)还短。',
  },
  'ip/cut': {
    en: 'the packet ends here, but its IPv4 header announces {wanted} octets: only a part of it was captured.',
    'zh-CN': '数据包到此为止,而 IPv4 首部声明共 {wanted} 字节:只捕获到了一部分。',
  },
  'ip/fragment': {
    en: 'this is a fragment of an IPv4 packet (flags and offset 0x{foundHex}); fragments are not put together here.',
    'zh-CN': '这是 IPv4 数据包的一个分片(标志与片偏移 0x{foundHex});这里不重组分片。',
  },
  'ip/protocol': {
    en: 'the IPv4 packet carries protocol {found}, not TCP, which is {wanted}.',
    'zh-CN': '这个 IPv4 数据包承载的是协议 {found},不是 TCP(协议号 {wanted})。',
  },
  'tcp/short': {
    en: 'the TCP segment ends after {found} octets, but its header needs {wanted}.',
    'zh-CN': 'TCP 报文段只有 {found} 字节,而首部需要 {wanted} 字节。',
  },
  'tcp/data-offset': {
    en: 'the TCP header claims {found} octets, fewer than the {wanted} that every TCP header has.',
    'zh-CN': 'TCP 首部自称只有 {found} 字节,而任何 TCP 首部至少有 {wanted} 字节。',
  },
  'tcp/checksum': {
    en: 'the TCP checksum is 0x{foundHex}, but the segment adds up to 0x{wantedHex}: it was changed on the way.',
    'zh-CN': 'TCP 校验和是 0x{foundHex},按报文段计算应为 0x{wantedHex}:报文段在途中被改动了。',
  },
  'tcp/option-length': {
    en: 'a TCP option claims {found} octets; the header has {wanted} left, and such an option needs 2 at least.',
    'zh-CN': '一个 TCP 选项自称 {found} 字节;首部只剩 {wanted} 字节,而这种选项至少要 2 字节。',
  },
  'link/short': {
    en: 'the frame ends after {found} octets, but its link-layer header needs {wanted}.',
    'zh-CN': '帧只有 {found} 字节,而链路层首部需要 {wanted} 字节。',
  },
  'link/type': {
    en: 'the link type is {found}; read here are Ethernet, Linux cooked (v1 and v2), raw IP and loopback.',
    'zh-CN': '链路类型是 {found};这里能读取以太网、Linux cooked(v1 和 v2)、裸 IP 和环回。',
  },
  'link/no-ipv4': {
    en: 'the frame carries protocol 0x{foundHex}, not IPv4, which is 0x{wantedHex}.',
    'zh-CN': '这个帧承载的协议是 0x{foundHex},不是 IPv4(0x{wantedHex})。',
  },
  'link/family': {
    en: 'the frame carries address family {found}, not IPv4, which is {wanted}.',
    'zh-CN': '这个帧的地址族是 {found},不是 IPv4({wanted})。',
  },
  'file/empty': { en: 'the file is empty.', 'zh-CN': '文件是空的。' },
  'file/magic': {
    en: 'the file begins with 0x{foundHex}, which is neither a pcapng nor a pcap file.',
    'zh-CN': '文件以 0x{foundHex} 开头,既不是 pcapng 文件也不是 pcap 文件。',
  },
  'file/gzip': {
    en: 'the file is compressed with gzip; unpack it first.',
    'zh-CN': '文件经过 gzip 压缩;请先解压。',
  },
  'file/version': {
    en: 'the version number of the file format is {found} here; only {wanted} is known.',
    'zh-CN': '文件格式的版本号在此处是 {found};这里只认识 {wanted}。',
  },
  'file/cut': {
    en: 'here begins a part of {wanted} octets, but the file ends after {found} of them.',
    'zh-CN': '从这里开始的部分应有 {wanted} 字节,但文件只剩 {found} 字节就结束了。',
  },
  'file/snap-length': {
    en: 'a packet claims {found} captured octets, but its interface captured {wanted} at most.',
    'zh-CN': '一个数据包自称捕获了 {found} 字节,而所属接口最多只捕获 {wanted} 字节。',
  },
  'file/captured-length': {
    en: 'a packet claims {found} captured octets, but it only had {wanted} on the wire.',
    'zh-CN': '一个数据包自称捕获了 {found} 字节,而它在线路上只有 {wanted} 字节。',
  },
  'file/fraction': {
    en: 'a time stamp has {found} parts of a second, but a second has only {wanted} of them.',
    'zh-CN': '时间戳的秒内部分是 {found},而一秒只有 {wanted} 份。',
  },
  'pcapng/byte-order': {
    en: 'the section header has byte-order magic 0x{foundHex} instead of 0x1A2B3C4D in either order.',
    'zh-CN': '节首部的字节序标记是 0x{foundHex},正序或倒序都不是 0x1A2B3C4D。',
  },
  'pcapng/block-length': {
    en: 'a block claims {found} octets; a block has a multiple of 4, and {wanted} at least.',
    'zh-CN': '一个块自称 {found} 字节;块的长度必须是 4 的倍数,且至少 {wanted} 字节。',
  },
  'pcapng/block-short': {
    en: 'the block has room for {found} octets, but its fields need {wanted}.',
    'zh-CN': '块内只有 {found} 字节的空间,而它的字段需要 {wanted} 字节。',
  },
  'pcapng/block-end': {
    en: 'the block ends with length {found}, but began with {wanted}.',
    'zh-CN': '块尾写的长度是 {found},块首写的却是 {wanted}。',
  },
  'pcapng/option-length': {
    en: 'an option of the block claims {found} octets, which does not fit; it can have {wanted} here.',
    'zh-CN': '块的一个选项自称 {found} 字节,与此不符;此处只能有 {wanted} 字节。',
  },
  'pcapng/resolution': {
    en: 'the interface counts {found} digits of a second; at most {wanted} make sense.',
    'zh-CN': '接口的时间分辨率写成 {found} 位;最多 {wanted} 位才有意义。',
  },
  'pcapng/interface': {
    en: 'a packet names interface {found}, but the section has only {wanted} so far.',
    'zh-CN': '一个数据包引用了接口 {found},而该节目前只有 {wanted} 个接口。',
  },
  'pcapng/packet-length': {
    en: 'a packet claims {found} captured octets, but its block holds only {wanted}.',
    'zh-CN': '一个数据包自称捕获了 {found} 字节,而它的块只容纳 {wanted} 字节。',
  },
  'pcapng/name-length': {
    en: 'a name record claims {found} octets, but its block holds only {wanted} more, and an address needs four.',
    'zh-CN': '一条名称记录自称 {found} 字节,而块内只剩 {wanted} 字节,且一个地址就要 4 字节。',
  },
};

const hex = (value: number): string => (value >>> 0).toString(16).padStart(4, '0');

/** The sentence of an error in a language: the offset first, then what is wrong there. */
export const sentence = (error: PacketError, language: SentenceLanguage): string =>
  (front[language] + sentences[error.code][language])
    .replaceAll('{offset}', String(error.offset))
    .replaceAll('{foundHex}', hex(error.found))
    .replaceAll('{wantedHex}', hex(error.wanted))
    .replaceAll('{found}', String(error.found))
    .replaceAll('{wanted}', String(error.wanted));
