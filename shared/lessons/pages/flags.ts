/** The eight control bits: RFC 9293 3.1. */
import { pagesOf } from '../page.ts';

const page = pagesOf('flag');

export const flagPages = {
  'flag-cwr': page(
    {
      section: '3168 6.1.2',
      names: ['CWR', 'Congestion Window Reduced', '拥塞窗口减小'],
      levels: ['lab-02-hex-and-relative'],
    },
    [
      'CWR',
      'Congestion Window Reduced, bit 0x80. The sender says: I saw your ECE and slowed down. RFC 793 had neither this bit nor ECE; the game shows both greyed.',
    ],
    [
      'CWR',
      '拥塞窗口减小，位值 0x80。发送方用它说：看到了你的 ECE，已经放慢。RFC 793 里没有这一位；游戏中显示为灰色。',
    ],
  ),
  'flag-ece': page(
    { section: '3168 6.1.1, 6.1.3', names: ['ECE', 'ECN-Echo', '拥塞回显'], levels: ['lab-02-hex-and-relative'] },
    [
      'ECE',
      'ECN-Echo, bit 0x40. The receiver says: a router has marked your packets, there is congestion. On a SYN it asks whether the peer knows about this at all.',
    ],
    [
      'ECE',
      '拥塞回显，位值 0x40。接收方用它说：路由器标记了你的分组，路上拥塞。放在 SYN 上，则是询问对方懂不懂这一套。',
    ],
  ),
  'flag-urg': page(
    {
      section: '9293 3.8.5',
      names: ['URG', 'urgent', '紧急'],
      clauses: ['no-urgent-data', 'urgent-signal'],
      levels: ['lab-02-hex-and-relative'],
    },
    [
      'URG',
      'Bit 0x20: the urgent pointer is valid, there are octets that the application should know about soon. New programs should not use it.',
    ],
    ['URG', '位值 0x20：紧急指针有效，有些字节应尽快让应用知道。新程序不应再使用它。'],
  ),
  'flag-ack': page(
    {
      section: '9293 3.1',
      names: ['ACK', 'acknowledgment flag', '确认'],
      clauses: ['ack-bit-off', 'ack-needs-flag', 'no-ack-of-ack', 'ack-sent'],
      levels: ['est-03-third-ack', 'num-04-silence'],
      misconceptions: ['ack-flag-vs-number', 'ack-flag-missing', 'ack-on-first-syn', 'ack-of-ack'],
    },
    [
      'ACK',
      'Bit 0x10: the acknowledgment number is valid. Every segment of a connection has it but the SYN that opens, and some RSTs. A segment without it is dropped once the connection stands. The bit uses no sequence number.',
    ],
    [
      'ACK',
      '位值 0x10：确认号有效。一条连接里除了打开连接的 SYN 和某些 RST，每个报文段都带它；连接建立后不带 ACK 的报文段会被丢弃。它不占序号。',
    ],
  ),
  'flag-psh': page(
    { section: '9293 3.9.1.2', names: ['PSH', 'push', '推送'], levels: ['lab-02-hex-and-relative'] },
    [
      'PSH',
      'Bit 0x08: hand these octets to the application now, more may not come soon. The sender sets it on the last segment of what it was given; the game leaves it free.',
    ],
    ['PSH', '位值 0x08：请马上交给应用，后面不一定还有数据。发送方通常在一批数据的最后一段置位；游戏不评判它。'],
  ),
  'flag-rst': page(
    {
      section: '9293 3.5.2',
      names: ['RST', 'reset', '复位', '重置'],
      clauses: [
        'closed-answers-rst',
        'syn-sent-resets-bad-ack',
        'rst-obeyed',
        'rst-not-owed',
        'abort-resets',
        'syn-sent-refused',
        'syn-received-rst-refused',
      ],
      levels: ['odd-01-refused-new-isn', 'odd-03-old-duplicate-syn', 'atk-02-blind-reset'],
      misconceptions: ['reply-to-rst', 'rst-wrong-numbers', 'rst-instead-of-ack'],
    },
    [
      'RST',
      'Bit 0x04: this connection does not exist, or ends now without a goodbye. A reset uses no number, has no timer and is never answered. It counts only if its numbers are believable.',
    ],
    [
      'RST',
      '位值 0x04：这个连接不存在，或者立即中止，不再告别。RST 不占序号、没有计时器、也从不被回应；序号可信才算数。',
    ],
  ),
  'flag-syn': page(
    {
      section: '9293 3.4, 3.5',
      names: ['SYN', 'synchronize', 'Synchronize Sequence Numbers', '同步'],
      clauses: ['open-active', 'listen-answers-syn', 'syn-only-opens', 'syn-challenge'],
      levels: ['est-01-first-syn', 'est-02-syn-ack', 'atk-03-blind-syn-and-data'],
      misconceptions: ['syn-forgotten', 'syn-on-third', 'rehandshake', 'third-seq-x'],
    },
    [
      'SYN',
      'Bit 0x02: here my sequence numbers begin. seq is the ISN, and the SYN itself uses that number, so the first octet of data is ISN + 1. It is set only while a connection is opened.',
    ],
    [
      'SYN',
      '位值 0x02：我的序号从这里开始。seq 就是初始序号，SYN 自己用掉它，所以第一个数据字节是 ISN+1。只在建立连接时置位。',
    ],
  ),
  'flag-fin': page(
    {
      section: '9293 3.4, 3.6',
      names: ['FIN', 'finish', '终止', '结束'],
      clauses: [
        'close-sends-fin',
        'fin-acknowledged',
        'another-fin',
        'fin-needs-close',
        'fin-after-text',
        'fin-signal',
        'nothing-after-fin',
      ],
      levels: ['close-01-first-fin', 'close-05-fin-with-data'],
      misconceptions: ['fin-without-ack', 'fin-without-close', 'fin-too-early', 'fin-not-counted-own'],
    },
    [
      'FIN',
      'Bit 0x01: no more octets from me. It ends one direction, uses one number after the last octet, and is repeated until acknowledged. It leaves when the application calls CLOSE, and always with ACK.',
    ],
    [
      'FIN',
      '位值 0x01：我不再发数据了。它只结束一个方向，占最后一个字节之后的一个序号，得不到确认就重传。应用调用 CLOSE 时才发，而且总是带 ACK。',
    ],
  ),
} as const;
