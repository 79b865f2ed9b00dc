/**
 * Fact or myth: every claim that the source texts get wrong, leave a condition out of, or get right against common
 * belief (CURRICULUM, section 1); and the why-cards. RFC 9293 decides.
 */
import type { Card } from './card.ts';

const table = {
  'first-tells-your-number': {
    truth: 'myth',
    seeds: ['002'],
    section: '9293 3.4.1',
    levels: ['est-01-first-syn', 'est-02-syn-ack'],
    misconceptions: ['isn-copied'],
    en: {
      says: 'The first segment tells the server which sequence number to answer with.',
      answer:
        'It announces the client’s own ISN. The server chooses its own; the two number lines have nothing to do with each other.',
    },
    'zh-CN': {
      says: '第一次握手告诉服务器该用哪个序号来回应。',
      answer: '它宣布的是客户端自己的初始序号。服务器的初始序号由服务器自己选，两条编号互不相干。',
    },
  },
  'second-tells-your-number': {
    truth: 'half',
    seeds: ['002'],
    section: '9293 3.4.1',
    levels: ['est-02-syn-ack', 'est-03-third-ack'],
    misconceptions: ['isn-copied', 'seq-from-peer'],
    en: {
      says: 'The second segment tells the client which number to use next.',
      answer:
        'ack = x+1 says which octet the server expects, and the client’s next seq is x+1: so far true. But the server’s seq y is its own ISN and prescribes nothing.',
    },
    'zh-CN': {
      says: '第二次握手告诉客户端接下来用哪个序号。',
      answer:
        '确认号 x+1 是服务器期待的下一个序号，客户端接着也确实用 x+1。但服务器的 seq=y 只是它自己的初始序号，不规定对方什么。',
    },
  },
  'handshake-has-no-data': {
    truth: 'myth',
    seeds: ['002'],
    section: '9293 3.5',
    levels: ['est-06-ack-carries-data', 'atk-05-fast-open'],
    misconceptions: ['data-before-established'],
    en: {
      says: 'A handshake never carries application data.',
      answer:
        'The third segment may carry data. So may the SYN: the receiver holds it back until the connection is ESTABLISHED. TCP Fast Open delivers it at once.',
    },
    'zh-CN': {
      says: '三次握手过程中不会携带应用数据。',
      answer:
        '第三段可以带数据。SYN 段也可以带，只是接收方要等到 ESTABLISHED 才交给应用；TCP Fast Open 则可以立即交付。',
    },
  },
  'syn-cannot-carry-data': {
    truth: 'half',
    seeds: ['004'],
    section: '9293 3.5; 7413',
    levels: ['atk-05-fast-open', 'est-06-ack-carries-data'],
    misconceptions: ['data-before-established'],
    en: {
      says: 'The first and second segment cannot carry data, the third can.',
      answer:
        'In exams this is the expected answer. RFC 9293 allows data on all three and only withholds it. The fear of floods is real: that is why Fast Open wants a cookie first.',
    },
    'zh-CN': {
      says: '第一、二次握手不能携带数据，第三次可以。',
      answer:
        '考试按这个答。但 RFC 9293 允许三段都带数据，只是先不交付。担心被数据淹没是有道理的，所以 Fast Open 要先有 Cookie。',
    },
  },
  'everything-is-acknowledged': {
    truth: 'myth',
    seeds: ['002'],
    section: '9293 3.5, 3.8.6.3',
    levels: ['num-04-silence', 'num-01-count-octets'],
    misconceptions: ['ack-of-ack', 'reply-to-rst'],
    en: {
      says: 'Every segment that arrives is answered with an ACK.',
      answer:
        'Pure ACKs and resets use no numbers and are never acknowledged, or the ACKs would never end. ACKs of data may wait a little, and one may cover many segments.',
    },
    'zh-CN': {
      says: '每收到一个报文段都要返回一个 ACK。',
      answer:
        '纯 ACK 和 RST 不占序号，从不被确认，否则就会没完没了地互相确认。对数据的确认可以稍等，一个 ACK 还能确认好几段。',
    },
  },
  'ack-is-seq-plus-one': {
    truth: 'half',
    seeds: ['000', '004'],
    section: '9293 3.4',
    levels: ['num-01-count-octets', 'close-05-fin-with-data'],
    misconceptions: ['ack-plus-one-for-data', 'ack-no-plus-one'],
    en: {
      says: 'ack = the other side’s seq + 1.',
      answer:
        'Only where its segment used one number: SYN or FIN alone. In general ack = seq + octets, and one more for SYN or FIN.',
    },
    'zh-CN': {
      says: '确认号 = 对方序号 + 1。',
      answer: '只有对方那段恰好占一个序号（单独的 SYN 或 FIN）时才对。一般是：序号 + 数据字节数，SYN、FIN 各再加 1。',
    },
  },
  'fin-comes-without-ack': {
    truth: 'myth',
    seeds: ['000', '001', '002'],
    section: '9293 3.10.7.4, fifth',
    levels: ['close-01-first-fin', 'lab-01-two-tables'],
    misconceptions: ['fin-without-ack', 'ack-flag-missing'],
    en: {
      says: 'The first wave has FIN=1 and nothing else.',
      answer:
        'In a running connection every segment has ACK=1 and the current ack. A FIN without ACK is dropped. In the lab table the ACK column is 1 in all four rows.',
    },
    'zh-CN': {
      says: '第一次挥手只置 FIN=1。',
      answer:
        '连接建立后每个报文段都置 ACK=1，并带上当前的确认号。不带 ACK 的 FIN 会被丢弃。实验表格里四行的 ACK 全是 1。',
    },
  },
  'isn-in-closing': {
    truth: 'myth',
    seeds: ['001'],
    section: '9293 3.4.1',
    levels: ['lab-01-two-tables', 'close-01-first-fin'],
    misconceptions: ['new-isn-on-retransmit'],
    en: {
      says: 'The FIN carries the sender’s ISN in its seq.',
      answer:
        'ISN means the first number of all, and only the SYN has it. A FIN’s seq is the current one: last octet sent + 1.',
    },
    'zh-CN': {
      says: 'FIN 的 seq 字段里是发送方的 ISN。',
      answer: 'ISN 是初始序号，只出现在 SYN 上。FIN 的 seq 是当前序号：最后发送的字节序号 + 1。',
    },
  },
  'third-ack-is-an-isn': {
    truth: 'myth',
    seeds: ['001'],
    section: '9293 3.1',
    levels: ['lab-01-two-tables', 'est-03-third-ack'],
    misconceptions: ['ack-flag-vs-number'],
    en: {
      says: 'The third segment has an “ISN code” equal to the server’s ISN + 1.',
      answer: 'The number is right, its name is not: that is the acknowledgment number. Only a SYN has an ISN.',
    },
    'zh-CN': {
      says: '第三次握手的“ISN 码值”等于服务器 ISN + 1。',
      answer: '数值对，名称错：那是确认号字段。只有 SYN 段才有 ISN。',
    },
  },
  'both-established-on-sending': {
    truth: 'myth',
    seeds: ['000', '001', '002'],
    section: '9293 3.5, figure 6',
    levels: ['est-03-third-ack', 'loss-03-third-ack-lost'],
    misconceptions: [],
    en: {
      says: 'When the third segment is sent, client and server are ESTABLISHED.',
      answer:
        'The client is, on sending. The server becomes ESTABLISHED when it arrives. If it is lost, the server stays SYN-RECEIVED and repeats its SYN,ACK.',
    },
    'zh-CN': {
      says: '第三次握手发出后，客户端和服务器都进入 ESTABLISHED。',
      answer: '客户端发出时进入，服务器收到时才进入。若它丢了，服务器仍在 SYN-RECEIVED，会重发 SYN+ACK。',
    },
  },
  'half-open-is-half-closed': {
    truth: 'myth',
    seeds: ['004'],
    section: '9293 3.5.1, 3.6.1',
    levels: ['close-03-half-close', 'odd-04-half-open-syn', 'odd-05-half-open-data'],
    misconceptions: [],
    en: {
      says: 'After the first FIN the connection is “half-open”.',
      answer:
        'It is half-closed: one direction has ended. Half-open means that one end has lost the connection and the other does not know, as after a crash.',
    },
    'zh-CN': {
      says: '一方发送 FIN 之后，连接处于“半连接”状态。',
      answer:
        '应叫半关闭：一个方向已结束。半打开是一端（例如重启后）已没有这个连接而另一端不知道；半连接队列里放的是未完成的握手。',
    },
  },
  'six-flags': {
    truth: 'half',
    seeds: ['004'],
    section: '9293 3.1',
    levels: ['lab-02-hex-and-relative'],
    misconceptions: [],
    en: {
      says: 'The TCP header has six flags.',
      answer: 'RFC 793 had six. RFC 9293 lists eight: CWR and ECE came with congestion notification (RFC 3168).',
    },
    'zh-CN': {
      says: 'TCP 首部有 6 个标志位。',
      answer: 'RFC 793 是 6 个。RFC 9293 列出 8 个：CWR 和 ECE 随显式拥塞通知（RFC 3168）加入。',
    },
  },
  'isn-hash-needs-no-key': {
    truth: 'half',
    seeds: ['003'],
    section: '9293 3.4.1; 6528 3',
    levels: ['odd-01-refused-new-isn'],
    misconceptions: [],
    en: {
      says: 'ISN = clock + hash of the two addresses and ports.',
      answer:
        'One thing is missing: a secret key in the hash. Everybody knows addresses and ports; without the key anybody could compute your next ISN.',
    },
    'zh-CN': {
      says: 'ISN = 时钟 + 四元组的哈希。',
      answer: '还少一样：哈希里要有密钥。地址和端口人人知道，没有密钥，谁都能算出你下一个 ISN。',
    },
  },
  'isn-is-random': {
    truth: 'half',
    seeds: ['000', '003'],
    section: '9293 3.4.1',
    levels: ['est-01-first-syn', 'odd-01-refused-new-isn'],
    misconceptions: ['new-isn-on-retransmit'],
    en: {
      says: 'The client picks a random sequence number.',
      answer:
        'It must not be guessable, but no dice are thrown: a clock that ticks every 4 microseconds plus a keyed hash of the 4-tuple.',
    },
    'zh-CN': {
      says: '客户端随机生成一个序号。',
      answer: '它要让别人猜不出，但不是掷骰子：每 4 微秒加 1 的时钟，再加上四元组的带密钥哈希。',
    },
  },
  'close-wait-at-the-end': {
    truth: 'myth',
    seeds: ['000'],
    section: '9293 3.3.2',
    levels: ['close-02-four-way', 'close-06-last-ack-lost'],
    misconceptions: [],
    en: {
      says: 'In the fourth wave the client confirms the FIN and is in CLOSE-WAIT.',
      answer:
        'It is in TIME-WAIT. CLOSE-WAIT belongs to the other side, after the first FIN: it waits for its own application to close.',
    },
    'zh-CN': {
      says: '第四次挥手时客户端确认 FIN，进入 CLOSE_WAIT。',
      answer: '进入的是 TIME_WAIT。CLOSE_WAIT 是对方收到第一个 FIN 后的状态：等自己的应用关闭。',
    },
  },
  'spellings-of-states': {
    truth: 'myth',
    seeds: ['001', '002', '003', '004'],
    section: '9293 3.3.2',
    levels: ['est-01-first-syn', 'est-02-syn-ack', 'close-02-four-way'],
    misconceptions: [],
    en: {
      says: 'SYN_SEND, SUN_RECV and CLOSR-WAT are states of TCP.',
      answer:
        'The states are SYN-SENT, SYN-RECEIVED and CLOSE-WAIT. Programs write SYN_SENT, SYN_RECV, CLOSE_WAIT. The game takes every spelling and shows the RFC’s.',
    },
    'zh-CN': {
      says: 'SYN_SEND、SUN_RECV、CLOSR-WAT 都是 TCP 的状态名。',
      answer:
        '正确的是 SYN-SENT、SYN-RECEIVED、CLOSE-WAIT；程序里写作 SYN_SENT、SYN_RECV、CLOSE_WAIT。游戏接受各种写法，显示 RFC 的写法。',
    },
  },
  'flag-is-the-number': {
    truth: 'half',
    seeds: ['001', '002'],
    section: '9293 3.1',
    levels: ['est-01-first-syn', 'est-02-syn-ack'],
    misconceptions: ['ack-flag-vs-number'],
    en: {
      says: 'The client sends SYN = j, the server answers ACK = j+1.',
      answer:
        'The numbers are right, the notation mixes two things: SYN and ACK are flags, 0 or 1. The numbers stand in the fields seq and ack.',
    },
    'zh-CN': {
      says: '客户端发送 SYN=j，服务器回 ACK=j+1。',
      answer: '数值没错，写法混了两样东西：SYN、ACK 是标志位，只能是 0 或 1；j 和 j+1 分别写在序号和确认号字段里。',
    },
  },
  'four-are-needed': {
    truth: 'myth',
    seeds: ['000', '002', '004'],
    section: '9293 3.6',
    levels: ['close-04-three-segments', 'odd-06-simultaneous-close'],
    misconceptions: ['fin-without-close'],
    en: {
      says: 'Closing a connection needs four segments.',
      answer:
        'Four is usual. If the passive side has nothing left to send, its ACK and FIN share a segment: three. In a simultaneous close, two FINs cross.',
    },
    'zh-CN': {
      says: '关闭连接必须用四个报文段。',
      answer:
        '四个是常见情形。被动方没有数据要发时，ACK 与 FIN 可合成一段，三段即可；双方也可能同时关闭，两个 FIN 交错而过。',
    },
  },
  'client-closes': {
    truth: 'half',
    seeds: ['000', '002'],
    section: '9293 3.6',
    levels: ['close-04-three-segments', 'close-01-first-fin'],
    misconceptions: [],
    en: {
      says: 'The client closes first.',
      answer: 'Often, but either side may. Whoever does is the active closer, and TIME-WAIT is on that side.',
    },
    'zh-CN': {
      says: '由客户端先发起关闭。',
      answer: '常常如此，但哪一方都可以。先关的一方叫主动关闭方，TIME-WAIT 就落在它身上。',
    },
  },
  'closing-is-symmetric': {
    truth: 'half',
    seeds: ['002'],
    section: '9293 3.6',
    levels: ['close-04-three-segments', 'odd-06-simultaneous-close'],
    misconceptions: [],
    en: {
      says: 'Closing is completely symmetric.',
      answer:
        'Either side may begin. But only the first closer goes through TIME-WAIT; both do only if their FINs cross.',
    },
    'zh-CN': {
      says: '关闭连接的过程完全对称。',
      answer: '谁先发起都行，但只有先关的一方要经过 TIME-WAIT；两个 FIN 交错时双方都要经过。',
    },
  },
  'server-ends-first': {
    truth: 'half',
    seeds: ['001', '004'],
    section: '9293 3.6',
    levels: ['close-04-three-segments', 'exam-01-408-close-timing'],
    misconceptions: [],
    en: {
      says: 'The server reaches CLOSED before the client.',
      answer:
        'The passive closer does, because it has no TIME-WAIT. If the server closes first, it is the one that waits.',
    },
    'zh-CN': {
      says: '服务器比客户端先进入 CLOSED。',
      answer: '应该说被动关闭方先结束，因为它没有 TIME-WAIT。如果服务器先关，等待的就是服务器。',
    },
  },
  'two-msl-guarantees': {
    truth: 'myth',
    seeds: ['000', '004'],
    section: '9293 3.6.1',
    levels: ['close-06-last-ack-lost'],
    misconceptions: ['leave-time-wait-early'],
    en: {
      says: 'After 2MSL without a repeated FIN it is certain that the last ACK arrived.',
      answer:
        'Only likely: all repetitions may have been lost, too. 2MSL gives time for an ACK and a repeated FIN, and lets old segments die. It proves nothing.',
    },
    'zh-CN': {
      says: '2MSL 内没收到重发的 FIN，就说明最后的 ACK 一定到了。',
      answer: '只是很可能：重发的 FIN 也可能全丢了。2MSL 给 ACK 和重发的 FIN 留出时间，也让旧报文段消失，但不是证明。',
    },
  },
  'msl-is-two-minutes': {
    truth: 'half',
    seeds: ['004'],
    section: '9293 3.4.2',
    levels: ['close-06-last-ack-lost', 'exam-01-408-close-timing'],
    misconceptions: [],
    en: {
      says: 'MSL is two minutes.',
      answer:
        'That is the RFC’s value for the longest life of a segment. Many systems use 30 seconds, so TIME-WAIT lasts one minute. In this game MSL is 5 seconds.',
    },
    'zh-CN': {
      says: 'MSL 是两分钟。',
      answer: 'RFC 取 2 分钟作为报文段的最长寿命。很多系统用 30 秒，TIME-WAIT 共 1 分钟。本游戏里 MSL 是 5 秒。',
    },
  },
  'three-way-stops-floods': {
    truth: 'myth',
    seeds: ['003', '004'],
    section: '4987 2, 3.6',
    levels: ['atk-01-syn-cookies'],
    misconceptions: [],
    en: {
      says: 'The third segment is there to stop SYN floods.',
      answer:
        'A three-way server can be flooded as well: each forged SYN fills a place in the backlog until it times out. SYN cookies are the cure.',
    },
    'zh-CN': {
      says: '第三次握手是为了防止 SYN 洪泛攻击。',
      answer:
        '三次握手的服务器同样会被洪泛：每个伪造的 SYN 都占住半连接队列的一个位置，直到超时。真正的解药是 SYN Cookie。',
    },
  },
  'three-test-the-line': {
    truth: 'half',
    seeds: ['003', '004'],
    section: '9293 3.5',
    levels: ['est-04-full-3whs', 'odd-03-old-duplicate-syn'],
    misconceptions: [],
    en: {
      says: 'Three segments are needed so that both sides know that both can send and receive.',
      answer:
        'A fine picture, and true. The RFC’s first reason is another: old duplicate SYNs must not open connections. The second: both ISNs must be confirmed.',
    },
    'zh-CN': {
      says: '三次握手是为了确认双方的发送和接收能力都正常。',
      answer: '这样理解没错。但 RFC 的首要原因是：不让过时的重复 SYN 建立连接；其次是双方的初始序号都要得到确认。',
    },
  },
  'deadlock-after-lost-answer': {
    truth: 'half',
    seeds: ['003'],
    section: '9293 3.10.8',
    levels: ['loss-02-synack-lost', 'loss-03-third-ack-lost'],
    misconceptions: ['retransmit-too-early'],
    en: {
      says: 'If the server’s answer is lost, client and server wait for each other for ever.',
      answer:
        'With two segments and no timer, yes. In TCP the SYN,ACK has a timer of its own and is sent again, with the same numbers.',
    },
    'zh-CN': {
      says: '服务器的应答丢失后，双方会陷入死锁。',
      answer: '若只有两次握手又不重传，确实会。但 TCP 的 SYN+ACK 有自己的重传计时器，到期就用同样的序号再发一次。',
    },
  },
  'four-because-acks-cannot-merge': {
    truth: 'half',
    seeds: ['004', '000'],
    section: '9293 3.6',
    levels: ['close-02-four-way', 'close-04-three-segments'],
    misconceptions: ['fin-without-close'],
    en: {
      says: 'ACK and FIN of the passive side cannot go together, because it may still have data.',
      answer:
        'The reason is right, “cannot” is not. If its application closes at once and nothing is left to send, they share a segment.',
    },
    'zh-CN': {
      says: '被动方可能还有数据，所以 ACK 和 FIN 不能合并。',
      answer: '理由对，但“不能”说重了：如果应用马上关闭，又没有剩余数据，ACK 和 FIN 就可以同段发送。',
    },
  },
  'read-first-then-write': {
    truth: 'half',
    seeds: ['002'],
    section: '9293 3.6',
    levels: ['close-02-four-way'],
    misconceptions: [],
    en: {
      says: 'Closing goes: server stops reading, client stops writing, client stops reading, server stops writing.',
      answer:
        'A good picture of two pipes. Strictly, a sender stops writing when it sends its FIN; the ACK only confirms that the other end knows.',
    },
    'zh-CN': {
      says: '关闭顺序是：先关读、后关写（服务器读、客户端写、客户端读、服务器写）。',
      answer: '作为两条管道的图景可以。严格说，发出 FIN 时就已停止写，ACK 只是说明对方知道了。',
    },
  },
  'close-always-sends-fin': {
    truth: 'half',
    seeds: ['002'],
    section: '9293 3.6.1, 3.10.4',
    levels: ['close-04-three-segments', 'odd-07-close-in-syn-sent'],
    misconceptions: [],
    en: {
      says: 'Calling close() starts the four waves.',
      answer:
        'Usually. Before an answer to the SYN it sends nothing at all, and with unread data many systems send RST (SHLD-3).',
    },
    'zh-CN': {
      says: '任何一方调用 close() 就开始四次挥手。',
      answer: '通常如此。但 SYN 还没得到回应时什么也不发；接收缓冲里还有没读的数据时，很多系统直接发 RST（SHLD-3）。',
    },
  },
  'my-seq-is-your-ack': {
    truth: 'half',
    seeds: ['003'],
    section: '9293 3.8',
    levels: ['num-02-swap', 'num-03-hole'],
    misconceptions: ['seq-ack-swapped', 'seq-from-peer'],
    en: {
      says: 'My next seq is the ack that I received.',
      answer: 'True while nothing of yours is under way. Otherwise the ack lags behind, and your next seq is SND.NXT.',
    },
    'zh-CN': {
      says: '我的下一个序号就是收到的确认号。',
      answer: '自己没有在途数据时成立。否则确认号会落后，下一个序号要看 SND.NXT。',
    },
  },
  'follow-stream-shows-headers': {
    truth: 'myth',
    seeds: ['000'],
    section: 'Wireshark User’s Guide, 7.2',
    levels: ['lab-01-two-tables', 'lab-02-hex-and-relative'],
    misconceptions: ['relative-absolute-mix'],
    en: {
      says: 'Wireshark’s “Follow stream” shows the TCP headers.',
      answer:
        'It shows the data of both directions, and sets a display filter for this connection. Headers are in the packet details and bytes.',
    },
    'zh-CN': {
      says: 'Wireshark 的“跟踪流”显示 TCP 首部。',
      answer: '它显示双向的数据内容，并顺手设好只看这条连接的过滤器。首部要在“分组详情”和“分组字节”窗格里看。',
    },
  },
  'ping-shows-the-address': {
    truth: 'half',
    seeds: ['000'],
    section: '9114; 9293 3.1',
    levels: ['lab-01-two-tables'],
    misconceptions: [],
    en: {
      says: 'Ping the site, and you know which address the browser will use.',
      answer:
        'Not always: the browser may use IPv6, another address of the same name, or HTTP/3, which runs over UDP and shows no TCP at all. Use a plain http site.',
    },
    'zh-CN': {
      says: 'ping 一下网站，就知道浏览器会连哪个 IP。',
      answer:
        '不一定：浏览器可能用 IPv6、用同名的另一个地址，或用基于 UDP 的 HTTP/3，根本看不到 TCP。实验请选普通的 http 网站。',
    },
  },
  'capture-shows-four-waves': {
    truth: 'myth',
    seeds: ['000'],
    section: '9293 3.6, 3.6.1',
    levels: ['lab-01-two-tables', 'close-04-three-segments'],
    misconceptions: [],
    en: {
      says: 'Close the browser, and the capture shows four waves.',
      answer:
        'It may show three segments, a reset, or nothing for minutes, because browsers keep connections alive. All of that is correct TCP.',
    },
    'zh-CN': {
      says: '关闭浏览器，抓包里就会出现四次挥手。',
      answer: '也可能只有三段，可能是 RST，也可能因为保持连接而好几分钟什么都没有。这些都是正常的 TCP。',
    },
  },
  'tcp-knows-mac': {
    truth: 'myth',
    seeds: ['000'],
    section: '9293 3.1',
    levels: ['lab-01-two-tables', 'lab-02-hex-and-relative'],
    misconceptions: [],
    en: {
      says: 'A TCP header names the two computers by IP and MAC address.',
      answer:
        'It has two ports, no address. IP addresses are in the IP header, MAC addresses in the Ethernet frame around it. ipconfig shows both on Windows; ip addr elsewhere.',
    },
    'zh-CN': {
      says: 'TCP 首部里有双方的 IP 和 MAC 地址。',
      answer:
        'TCP 首部只有两个端口号。IP 地址在 IP 首部，MAC 地址在外面的以太网帧里。Windows 用 ipconfig /all 查看，其他系统用 ip addr。',
    },
  },
  'pure-acks-are-repeated': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '9293 3.8.4',
    levels: ['loss-03-third-ack-lost', 'exam-02-seven-losses'],
    misconceptions: ['ack-of-ack', 'retransmit-too-early'],
    en: {
      says: 'A lost ACK is sent again when its timer runs out.',
      answer:
        'A pure ACK has no timer. The other side repeats what it is missing an answer for, and that brings a new ACK.',
    },
    'zh-CN': {
      says: 'ACK 丢失后，计时器到期会重发 ACK。',
      answer: '纯 ACK 没有计时器。是对方等不到确认而重发，这才引出新的 ACK。',
    },
  },
  'retry-takes-new-number': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '9293 3.10.8',
    levels: ['loss-01-syn-backoff', 'loss-02-synack-lost'],
    misconceptions: ['new-isn-on-retransmit'],
    en: {
      says: 'A repeated SYN takes a new ISN.',
      answer: 'A retransmission is the same segment again. Only a new attempt, a new connection, takes a new ISN.',
    },
    'zh-CN': {
      says: '重发 SYN 时要换一个新的 ISN。',
      answer: '重传就是同一段再发一遍。只有新的连接请求才取新的 ISN。',
    },
  },
  'ack-flag-and-field': {
    truth: 'fact',
    seeds: ['004'],
    section: '9293 3.1',
    levels: ['num-04-silence', 'est-02-syn-ack'],
    misconceptions: ['ack-flag-vs-number'],
    en: {
      says: 'ACK and ack are two different things.',
      answer: 'ACK is one bit: “the number is valid”. ack is the 32-bit number: the next octet that I expect.',
    },
    'zh-CN': {
      says: 'ACK 和 ack 是两个不同的概念。',
      answer: 'ACK 是一个标志位，表示“确认号有效”；ack 是 32 位的确认号，即期待的下一个字节。',
    },
  },
  'fin-takes-a-number': {
    truth: 'fact',
    seeds: ['001', '002', '004'],
    section: '9293 3.4',
    levels: ['close-01-first-fin', 'close-05-fin-with-data'],
    misconceptions: ['fin-not-counted-own', 'ack-no-plus-one'],
    en: {
      says: 'A FIN without data uses one sequence number.',
      answer: 'As SYN does. So it can be acknowledged by itself, and repeated until it is.',
    },
    'zh-CN': {
      says: 'FIN 即使不带数据也占用一个序号。',
      answer: 'SYN 也一样。这样它才能被单独确认，没被确认就能重传。',
    },
  },
  'passive-side-may-send': {
    truth: 'fact',
    seeds: ['000', '001', '002', '004'],
    section: '9293 3.6',
    levels: ['close-03-half-close'],
    misconceptions: ['data-after-fin'],
    en: {
      says: 'Whoever has received a FIN may still send data.',
      answer:
        'A FIN ends one direction. In CLOSE-WAIT data may flow, and the other side, in FIN-WAIT-2, must acknowledge it.',
    },
    'zh-CN': {
      says: '收到 FIN 的一方仍然可以发送数据。',
      answer: 'FIN 只结束一个方向。CLOSE-WAIT 状态还能发数据，对方在 FIN-WAIT-2 里必须确认。',
    },
  },
  'third-may-carry-data': {
    truth: 'fact',
    seeds: ['002', '004'],
    section: '9293 3.5',
    levels: ['est-06-ack-carries-data'],
    misconceptions: [],
    en: {
      says: 'The third segment of the handshake may carry data.',
      answer: 'The client is ESTABLISHED when it sends it. Its seq is x+1, and the data begins right there.',
    },
    'zh-CN': {
      says: '第三次握手可以携带数据。',
      answer: '客户端发出它时已是 ESTABLISHED。seq=x+1，数据就从这个序号开始。',
    },
  },
  'numbers-are-independent': {
    truth: 'fact',
    seeds: ['001'],
    section: '9293 3.4.1',
    levels: ['est-02-syn-ack'],
    misconceptions: ['isn-copied', 'seq-from-peer'],
    en: {
      says: 'The server’s seq has nothing to do with the client’s.',
      answer: 'Each direction has a number line of its own, with its own beginning.',
    },
    'zh-CN': {
      says: '服务器的 seq 与客户端的 seq 没有关系。',
      answer: '两个方向各有一条编号，起点各自独立。',
    },
  },
  'syn-only-opens': {
    truth: 'fact',
    seeds: ['002'],
    section: '9293 3.5, 3.10.7.4',
    levels: ['est-04-full-3whs', 'atk-03-blind-syn-and-data'],
    misconceptions: ['syn-on-third', 'rehandshake'],
    en: {
      says: 'SYN is 1 only while a connection is opened.',
      answer: 'In a running connection a SYN is suspicious: it is answered with a challenge ACK and changes nothing.',
    },
    'zh-CN': {
      says: 'SYN 只在建立连接时置 1。',
      answer: '连接建立之后再来 SYN 就很可疑：回一个质询 ACK，状态不变。',
    },
  },

  'third-seq-is-x': {
    truth: 'myth',
    seeds: ['000'],
    section: '9293 3.4, 3.5',
    levels: ['est-03-third-ack', 'est-06-ack-carries-data'],
    misconceptions: ['third-seq-x'],
    en: {
      says: 'The third segment has seq = x again, because the SYN carried no data.',
      answer:
        'seq = x+1: the SYN itself used number x. The first octet of data has x+1 as well, because the ACK uses none.',
    },
    'zh-CN': {
      says: 'SYN 没有带数据，所以第三次握手的 seq 还是 x。',
      answer: 'seq=x+1：SYN 自己用掉了序号 x。第一个数据字节也从 x+1 开始，因为 ACK 不占序号。',
    },
  },
  'first-syn-acks-zero': {
    truth: 'half',
    seeds: ['000'],
    section: '9293 3.1',
    levels: ['lab-01-two-tables', 'est-01-first-syn'],
    misconceptions: ['ack-on-first-syn'],
    en: {
      says: 'The first SYN has the acknowledgment number 0.',
      answer:
        'The field is there and usually holds 0, but the ACK bit is off, so the number means nothing. In the lab table “not valid” is the better entry.',
    },
    'zh-CN': {
      says: '第一个 SYN 的确认号是 0。',
      answer: '字段在那里，通常填 0，但 ACK 标志没有置位，这个数没有意义。实验表格里写“无效”更准确。',
    },
  },
  'fin-ends-the-connection': {
    truth: 'half',
    seeds: ['000'],
    section: '9293 3.6',
    levels: ['close-03-half-close', 'close-02-four-way'],
    misconceptions: ['data-after-fin', 'fin-without-close'],
    en: {
      says: 'A FIN is a request to end the connection.',
      answer:
        'The RFC calls it so, too. But it ends one direction only: its sender has no more data. The other one stays open until its own FIN.',
    },
    'zh-CN': {
      says: 'FIN 是终止连接的请求。',
      answer: 'RFC 也这样称呼它。但它只结束一个方向：我没有数据要发了。另一个方向要等对方自己的 FIN。',
    },
  },
  'wrong-answer-is-dropped': {
    truth: 'myth',
    seeds: ['004'],
    section: '9293 3.10.7.3, first',
    levels: ['odd-03-old-duplicate-syn'],
    misconceptions: ['bad-synack-accepted', 'rst-wrong-numbers'],
    en: {
      says: 'If the ack of a SYN,ACK is not x+1, the client drops it silently and closes.',
      answer:
        'It answers RST with seq = that ack, so that the server forgets its half-open connection; and it stays in SYN-SENT and waits for the right answer.',
    },
    'zh-CN': {
      says: 'SYN+ACK 的确认号不是 x+1 时，客户端悄悄丢弃并关闭。',
      answer: '它回一个 RST，seq 取那个确认号，让服务器忘掉这个半连接；自己仍留在 SYN-SENT，等正确的应答。',
    },
  },
  'two-syns-two-connections': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '9293 3.5, figure 7',
    levels: ['odd-02-simultaneous-open'],
    misconceptions: ['synack-without-ack'],
    en: {
      says: 'If both ends send a SYN at the same moment, two connections arise.',
      answer:
        'One. Each answers the other’s SYN with SYN,ACK and its old ISN; after four segments both are ESTABLISHED. Every TCP must be able to do this (MUST-10).',
    },
    'zh-CN': {
      says: '两端同时发出 SYN，会建立两条连接。',
      answer:
        '只有一条。双方都用原来的初始序号回 SYN+ACK，共四个报文段，一起进入 ESTABLISHED。每个 TCP 都必须支持（MUST-10）。',
    },
  },
  'reset-is-always-obeyed': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '9293 3.10.7.4, second; 5961 3.2',
    levels: ['atk-02-blind-reset', 'atk-04-time-wait-assassin'],
    misconceptions: ['reply-to-rst'],
    en: {
      says: 'A RST ends the connection at once.',
      answer:
        'In a synchronized state only if its seq is exactly RCV.NXT. Elsewhere in the window it brings a challenge ACK; outside of it, silence. In TIME-WAIT it is better ignored.',
    },
    'zh-CN': {
      says: '收到 RST，连接立即中止。',
      answer:
        '同步状态下，只有 seq 恰好等于 RCV.NXT 才算数。落在窗口别处，回质询 ACK；落在窗口外，不理会。TIME-WAIT 状态最好也不理会。',
    },
  },
  'lost-syn-every-second': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '6298 5.5; 9293 3.8.3',
    levels: ['loss-01-syn-backoff', 'exam-02-seven-losses'],
    misconceptions: ['retransmit-too-early'],
    en: {
      says: 'A SYN that gets no answer is sent again every second.',
      answer:
        'After 1 s, then 2 s later, then 4 s: the timer doubles each time. Three minutes at least must pass before TCP gives up (R2).',
    },
    'zh-CN': {
      says: '没有得到应答的 SYN，每秒重发一次。',
      answer: '先等 1 秒，再等 2 秒、4 秒：每次加倍。至少坚持三分钟，TCP 才可以放弃（R2）。',
    },
  },
  'zero-window-stops-all': {
    truth: 'half',
    seeds: ['beyond'],
    section: '9293 3.8.6.1, 3.4',
    levels: ['num-06-zero-window'],
    misconceptions: ['limits-ignored'],
    en: {
      says: 'When the window is 0, nothing may be sent.',
      answer:
        'No new data. ACKs and RSTs still go and still count; and from time to time one octet knocks, because the word that the window has opened may be lost.',
    },
    'zh-CN': {
      says: '窗口为 0 时，什么都不能发。',
      answer: '只是不能发新数据。ACK 和 RST 照发照收；还要隔一段时间用 1 个字节探测，因为打开窗口的通知可能丢失。',
    },
  },
  'numbers-run-out': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '9293 3.4',
    levels: ['num-05-wrap'],
    misconceptions: ['wrap-not-mod'],
    en: {
      says: 'After 2³² octets the sequence numbers are used up, and the connection has to be closed.',
      answer:
        'They go round: after 4294967295 comes 0, and all sums and comparisons are modulo 2³². A connection has no end of octets.',
    },
    'zh-CN': {
      says: '发完 2³² 个字节，序号用尽，连接必须关闭。',
      answer: '序号会绕回：4294967295 之后是 0，加法和比较都按模 2³² 进行。一条连接能传的字节数没有上限。',
    },
  },
  'crash-is-noticed': {
    truth: 'myth',
    seeds: ['beyond'],
    section: '9293 3.5.1',
    levels: ['odd-04-half-open-syn', 'odd-05-half-open-data'],
    misconceptions: ['rst-instead-of-ack'],
    en: {
      says: 'When one host loses power, the TCP of the other notices.',
      answer:
        'Not by itself: no segment comes, and an idle connection stays ESTABLISHED for ever. Only what is sent finds out: a RST after the restart, or a time-out.',
    },
    'zh-CN': {
      says: '一台主机断电，另一端的 TCP 会立即发现。',
      answer:
        '不会：没有报文段到来，空闲的连接可以一直是 ESTABLISHED。发出点什么才会发现：对方重启后回 RST，或者超时。',
    },
  },

  'why-three-not-two': {
    truth: null,
    seeds: ['000', '003', '004'],
    section: '9293 3.5, figure 8',
    levels: ['odd-03-old-duplicate-syn', 'loss-04-dup-syn'],
    misconceptions: ['bad-synack-accepted'],
    en: {
      says: 'Why three segments and not two?',
      answer:
        'With two, a delayed old SYN opens a connection that nobody wants. The third segment lets the client say “yes, that is mine” or reset it; it also confirms y.',
    },
    'zh-CN': {
      says: '为什么是三次握手，而不是两次？',
      answer:
        '若只有两次，一个迟到的旧 SYN 就能建立没人要的连接。第三段让客户端确认“是我要的”，否则回 RST；它也确认了对方的序号 y。',
    },
  },
  'why-three-not-four': {
    truth: null,
    seeds: ['003', '004'],
    section: '9293 3.4.1',
    levels: ['est-02-syn-ack', 'odd-02-simultaneous-open'],
    misconceptions: ['synack-without-syn', 'synack-without-ack'],
    en: {
      says: 'Why three and not four?',
      answer:
        'Four messages are four facts: x, x heard, y, y heard. The middle two come from one side at one moment, and SYN and ACK fit into one segment.',
    },
    'zh-CN': {
      says: '为什么是三次，而不是四次？',
      answer: '要说的有四件事：x、收到 x、y、收到 y。中间两件由同一方在同一时刻说，SYN 与 ACK 可以放进一个报文段。',
    },
  },
  'why-syn-comes-back': {
    truth: null,
    seeds: ['003'],
    section: '9293 3.4.1',
    levels: ['est-02-syn-ack'],
    misconceptions: ['synack-without-syn'],
    en: {
      says: 'Why does the second segment have SYN as well?',
      answer:
        'The server sends octets, too, and they need numbers. Its SYN tells where they begin; ACK alone would only confirm the client’s.',
    },
    'zh-CN': {
      says: '第二次握手为什么还要置 SYN？',
      answer: '服务器也要发送数据，这些字节也要编号。它的 SYN 说明编号从哪里开始；只置 ACK 只是确认了客户端的序号。',
    },
  },
  'why-four-not-three': {
    truth: null,
    seeds: ['000', '004'],
    section: '9293 3.6',
    levels: ['close-02-four-way', 'close-03-half-close', 'close-04-three-segments'],
    misconceptions: ['fin-without-close'],
    en: {
      says: 'Why four waves, when opening takes three?',
      answer:
        'TCP must confirm a FIN at once; its own FIN waits for its application, which may have data left. If there is none, three are enough.',
    },
    'zh-CN': {
      says: '建立只要三次，关闭为什么常要四次？',
      answer: '收到 FIN 必须马上确认，而自己的 FIN 要等应用关闭，应用可能还有数据要发。没有的话，三段就够。',
    },
  },
  'why-two-msl': {
    truth: null,
    seeds: ['000', '001', '004'],
    section: '9293 3.3.2, 3.6.1',
    levels: ['close-06-last-ack-lost', 'atk-04-time-wait-assassin'],
    misconceptions: ['leave-time-wait-early'],
    en: {
      says: 'Why wait 2MSL, and not one?',
      answer:
        'One MSL for my last ACK to arrive or die, one for the FIN that the other side would repeat. After both, no segment of this connection is left in the network.',
    },
    'zh-CN': {
      says: '为什么要等 2MSL，而不是 1 个？',
      answer: '一个 MSL 留给我的最后一个 ACK 到达或消失，另一个留给对方重发的 FIN。此后网络里不再有这条连接的报文段。',
    },
  },
  'why-syn-and-fin-count': {
    truth: null,
    seeds: ['001', '002'],
    section: '9293 3.4',
    levels: ['est-03-third-ack', 'close-05-fin-with-data'],
    misconceptions: ['third-seq-x', 'fin-not-counted-own', 'ack-no-plus-one'],
    en: {
      says: 'Why do SYN and FIN use a number?',
      answer:
        'What has a number can be acknowledged and repeated. Without one, the ACK of a FIN would look like the ACK of the data before it.',
    },
    'zh-CN': {
      says: 'SYN 和 FIN 为什么要占一个序号？',
      answer: '占了序号才能被确认、被重传。否则对 FIN 的确认，与对它前面数据的确认就分不开了。',
    },
  },
  'why-ack-does-not-count': {
    truth: null,
    seeds: ['beyond'],
    section: '9293 3.5, figure 6',
    levels: ['num-04-silence'],
    misconceptions: ['ack-consumes-number', 'ack-of-ack'],
    en: {
      says: 'Why does an ACK use no number?',
      answer:
        'What uses a number must be acknowledged. If ACKs did, each would need an ACK, and the two ends would never fall silent.',
    },
    'zh-CN': {
      says: 'ACK 为什么不占序号？',
      answer: '占序号的就必须被确认。如果 ACK 也占，每个 ACK 又要一个 ACK，双方永远停不下来。',
    },
  },
  'why-isn-moves': {
    truth: null,
    seeds: ['003'],
    section: '9293 3.4.1; 6528 3',
    levels: ['odd-01-refused-new-isn'],
    misconceptions: ['new-isn-on-retransmit'],
    en: {
      says: 'Why does a connection not begin at 0?',
      answer:
        'Old segments of an earlier connection would fit into the new one, and strangers could guess its numbers. The clock is against the first, the key against the second.',
    },
    'zh-CN': {
      says: '序号为什么不从 0 开始？',
      answer: '那样旧连接的报文段会混进新连接，外人也猜得出序号。时钟对付前者，密钥对付后者。',
    },
  },
  'why-cookies': {
    truth: null,
    seeds: ['003', '004'],
    section: '4987 3.6',
    levels: ['atk-01-syn-cookies'],
    misconceptions: [],
    en: {
      says: 'How can a server answer a SYN and remember nothing?',
      answer:
        'It puts what it must remember into its ISN, sealed by a keyed hash. Whoever returns ISN + 1 has heard the answer, and the server reads its own note back.',
    },
    'zh-CN': {
      says: '服务器怎样做到回应了 SYN 却什么都不记？',
      answer:
        '把要记的内容连同带密钥的哈希写进自己的 ISN。谁能回 ISN+1，就说明他真的收到了应答，服务器再从确认号里读回来。',
    },
  },
  'why-many-time-waits': {
    truth: null,
    seeds: ['beyond'],
    section: '9293 3.3.2',
    levels: ['close-06-last-ack-lost', 'close-02-four-way'],
    misconceptions: ['leave-time-wait-early'],
    en: {
      says: 'Thousands of TIME-WAIT, or thousands of CLOSE-WAIT: which one is a bug?',
      answer:
        'CLOSE-WAIT: my application got the FIN and forgot to close. TIME-WAIT only says that I close first, often; each ends by itself.',
    },
    'zh-CN': {
      says: '大量 TIME_WAIT 和大量 CLOSE_WAIT，哪个是程序的毛病？',
      answer: 'CLOSE_WAIT：对方关了，而我的应用忘了关闭。TIME_WAIT 只说明我常常先关，到时会自己结束。',
    },
  },
  'why-crash-differs': {
    truth: null,
    seeds: ['beyond'],
    section: '9293 3.5.1',
    levels: ['odd-04-half-open-syn', 'odd-05-half-open-data'],
    misconceptions: ['rst-instead-of-ack'],
    en: {
      says: 'A process crashes, or the power fails: what does the other side see?',
      answer:
        'Process: the system closes for it, a FIN or RST comes. Power: nothing at all. After the restart, the first segment to arrive is answered with RST.',
    },
    'zh-CN': {
      says: '进程崩溃和突然断电，对方看到的有什么不同？',
      answer: '进程崩溃：系统替它关闭，对方收到 FIN 或 RST。断电：什么也收不到；重启以后，再有报文段来才回 RST。',
    },
  },
  'why-syn-in-time-wait': {
    truth: null,
    seeds: ['beyond'],
    section: '9293 3.6.1 (MAY-2); 6191',
    levels: ['close-06-last-ack-lost', 'atk-04-time-wait-assassin'],
    misconceptions: ['leave-time-wait-early'],
    en: {
      says: 'What happens to a SYN that arrives in TIME-WAIT?',
      answer:
        'It is answered with an ACK. A new connection may be opened if its ISN, or its timestamp, is larger than all of the old one.',
    },
    'zh-CN': {
      says: '处于 TIME_WAIT 时收到 SYN 会怎样？',
      answer: '默认回一个 ACK。若新的 ISN 或时间戳比旧连接的都大，也可以直接建立新连接。',
    },
  },
} as const satisfies { readonly [id: string]: Card };

export type CardId = keyof typeof table;
export const cards: { readonly [id in CardId]: Card } = table;

const isCardId = (id: string): id is CardId => id in table;
/** In the order of the deck. */
export const cardIds: readonly CardId[] = Object.keys(table).filter(isCardId);
/** Those with a yes or a no. */
export const claimIds: readonly CardId[] = cardIds.filter((id) => cards[id].truth !== null);
export const whyIds: readonly CardId[] = cardIds.filter((id) => cards[id].truth === null);
