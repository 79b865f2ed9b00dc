/** The fields of the header, in its order: RFC 9293 3.1, figure 1. */
import { pagesOf } from '../page.ts';

const page = pagesOf('field');

export const fieldPages = {
  'field-source-port': page(
    {
      section: '9293 3.1; 6056',
      names: ['source port', '源端口', 'port', '端口'],
      levels: ['lab-02-hex-and-relative'],
    },
    [
      'Source Port',
      '16 bits. Which socket of the sending host speaks. A client takes a free port that is hard to guess; with both addresses and the other port it names the connection.',
    ],
    [
      '源端口（Source Port）',
      '16 位，发送方的套接字。客户端用一个难猜的空闲端口；它和两个地址、另一个端口一起确定一条连接。',
    ],
  ),
  'field-destination-port': page(
    {
      section: '9293 3.1',
      names: ['destination port', '目的端口'],
      levels: ['lab-02-hex-and-relative', 'odd-01-refused-new-isn'],
    },
    [
      'Destination Port',
      '16 bits. Whom the segment is for: 80 for http, 443 for https. If nobody listens there, the answer is RST.',
    ],
    ['目的端口（Destination Port）', '16 位，报文段交给谁：http 是 80，https 是 443。没有人监听就回 RST。'],
  ),
  'field-sequence-number': page(
    {
      section: '9293 3.1, 3.4',
      names: ['seq', 'sequence number', 'SEG.SEQ', '序号', '序列号'],
      clauses: ['seq-continues'],
      levels: ['num-01-count-octets', 'num-02-swap', 'num-05-wrap'],
      misconceptions: ['one-per-packet', 'seq-not-advanced', 'seq-from-peer', 'relative-absolute-mix', 'wrap-not-mod'],
    },
    [
      'Sequence Number',
      '32 bits: the number of the first octet of this segment; on a SYN the ISN. TCP numbers octets, not segments: after n octets the next seq is seq + n. SYN and FIN count as one each.',
    ],
    [
      '序号（Sequence Number）',
      '32 位：本段第一个字节的编号；SYN 段里是初始序号。TCP 给字节编号而不是给报文段编号：发了 n 字节，下一个序号加 n。SYN、FIN 各算一个。',
    ],
  ),
  'field-acknowledgment-number': page(
    {
      section: '9293 3.1, 3.4',
      names: ['ack', 'acknowledgment number', 'acknowledgement', 'SEG.ACK', '确认号'],
      clauses: ['ack-names-next', 'ack-needs-flag'],
      levels: ['num-01-count-octets', 'num-03-hole', 'est-02-syn-ack'],
      misconceptions: [
        'ack-no-plus-one',
        'ack-plus-one-for-data',
        'ack-last-octet',
        'ack-across-gap',
        'ack-own-number',
        'ack-stale',
      ],
    },
    [
      'Acknowledgment Number',
      '32 bits, valid if the ACK bit is set: the next octet that I expect. All before it has arrived, without a gap. It speaks about the other side’s number line.',
    ],
    [
      '确认号（Acknowledgment Number）',
      '32 位，ACK 置位时有效：我期待的下一个字节的编号。在它之前的都已无缺口地收到。它说的是对方的编号。',
    ],
  ),
  'field-data-offset': page(
    {
      section: '9293 3.1',
      names: ['data offset', 'header length', '数据偏移', '首部长度'],
      levels: ['lab-02-hex-and-relative'],
    },
    [
      'Data Offset',
      '4 bits: the length of the header in words of 4 octets. 5 means 20 octets and no options; 7 means 28.',
    ],
    ['数据偏移（Data Offset）', '4 位：首部长度，以 4 字节为单位。5 表示 20 字节、没有选项；7 表示 28 字节。'],
  ),
  'field-reserved': page(
    { section: '9293 3.1', names: ['reserved', 'Rsrvd', '保留'], levels: ['lab-02-hex-and-relative'] },
    [
      'Reserved (Rsrvd)',
      '4 bits: sent as 0, and not looked at when they arrive. RFC 793 had six here; two became CWR and ECE.',
    ],
    ['保留（Rsrvd）', '4 位：发送时为 0，接收时不看。RFC 793 里是 6 位，其中两位后来成了 CWR 和 ECE。'],
  ),
  'field-control-bits': page(
    {
      section: '9293 3.1',
      names: ['flags', 'control bits', '标志位', '控制位'],
      levels: ['lab-02-hex-and-relative'],
      misconceptions: ['ack-flag-vs-number'],
    },
    [
      'Control Bits',
      '8 bits: CWR ECE URG ACK PSH RST SYN FIN. As a number: SYN is 0x02, SYN,ACK 0x12, ACK 0x10, FIN,ACK 0x11, RST 0x04, RST,ACK 0x14, PSH,ACK 0x18.',
    ],
    [
      '控制位（标志位）',
      '8 位：CWR ECE URG ACK PSH RST SYN FIN。写成数值：SYN 0x02，SYN+ACK 0x12，ACK 0x10，FIN+ACK 0x11，RST 0x04，RST+ACK 0x14，PSH+ACK 0x18。',
    ],
  ),
  'field-window': page(
    {
      section: '9293 3.1, 3.8.6',
      names: ['wnd', 'window', 'SEG.WND', '窗口', '接收窗口'],
      clauses: ['within-window', 'window-update', 'zero-window-answer'],
      levels: ['est-05-mss-window', 'num-06-zero-window'],
      misconceptions: ['limits-ignored'],
    },
    [
      'Window',
      '16 bits: how many octets from ack on the sender of this segment will take. 0 stops data, not ACKs. With the window scale option the number is shifted, except on a SYN.',
    ],
    [
      '窗口（Window）',
      '16 位：从确认号起，我还能接收多少字节。为 0 时停发数据，但 ACK 照发。协商了窗口扩大选项时要移位，SYN 段除外。',
    ],
  ),
  'field-checksum': page(
    { section: '9293 3.1', names: ['checksum', '校验和'], levels: ['lab-02-hex-and-relative'] },
    [
      'Checksum',
      '16 bits over header, data and a pseudo-header with both IP addresses. A segment with a wrong one is dropped in silence. Captured on the sending computer it often looks wrong: the network card fills it in later.',
    ],
    [
      '校验和（Checksum）',
      '16 位，覆盖首部、数据和含两个 IP 地址的伪首部。校验和不对的报文段直接丢弃，不作回应。在发送方本机抓包时它常常显得不对，因为要由网卡补上。',
    ],
  ),
  'field-urgent-pointer': page(
    { section: '9293 3.8.5', names: ['urgent pointer', 'SEG.UP', '紧急指针'], clauses: ['no-urgent-data'] },
    ['Urgent Pointer', '16 bits, valid if URG is set: an offset from seq to the octet after the urgent ones.'],
    ['紧急指针（Urgent Pointer）', '16 位，URG 置位时有效：从序号起，指向紧急数据之后的那个字节。'],
  ),
  'field-options': page(
    {
      section: '9293 3.2',
      names: ['options', 'window scale', '窗口扩大', 'SACK', 'timestamps', '选项'],
      levels: ['est-05-mss-window', 'lab-02-hex-and-relative'],
      misconceptions: ['limits-ignored'],
    },
    [
      'Options',
      'Up to 40 octets. MSS, window scale and SACK-permitted are on SYNs only. Without an MSS option 536 holds (IPv6: 1220). Timestamps may be on every segment.',
    ],
    [
      '选项（Options）',
      '最多 40 字节。MSS、窗口扩大、允许 SACK 只出现在 SYN 段。没有 MSS 选项就按 536（IPv6：1220）。时间戳可以每段都带。',
    ],
  ),
  'field-mss-option': page(
    {
      section: '9293 3.2, 3.7.1',
      names: ['MSS', 'maximum segment size', 'MSS option', '最大报文段长度', '最大段长度', '536', '1460'],
      levels: ['est-05-mss-window', 'lab-02-hex-and-relative'],
      misconceptions: ['limits-ignored'],
      clauses: ['within-window'],
    },
    [
      'Maximum Segment Size (MSS)',
      'An option of SYNs: how many octets of data one segment may bring me. Each end says its own; it is not negotiated, and the two may differ. Without it 536 holds (IPv6: 1220). Headers do not count: Ethernet’s 1500 less 40 makes 1460.',
    ],
    [
      '最大报文段长度（MSS）',
      'SYN 段上的选项：发给我的一段最多带多少字节数据。双方各说各的，不是协商，可以不同；没有这个选项就按 536（IPv6：1220）。首部不算在内：以太网的 1500 减 40，得 1460。',
    ],
  ),
  'field-data': page(
    {
      section: '9293 3.1, 3.4',
      names: ['data', 'payload', 'SEG.LEN', '数据', '载荷'],
      clauses: ['text-from-stream', 'text-delivered'],
      levels: ['num-01-count-octets'],
      misconceptions: ['one-per-packet'],
    },
    [
      'Data',
      'The octets of the application, numbered from seq on. Nowhere in the TCP header stands how many: that is the length of the IP packet less both headers.',
    ],
    ['数据（Data）', '应用的字节，从序号开始编号。TCP 首部里没有数据长度：用 IP 总长度减去两个首部得到。'],
  ),
} as const;
