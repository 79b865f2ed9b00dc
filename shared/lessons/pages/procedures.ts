/** Notable procedures and words. */
import { pagesOf } from '../page.ts';

const page = pagesOf('procedure');

export const procedurePages = {
  'tcp-in-one-picture': page(
    {
      section: '9293 2.2, 3.3.2',
      names: ['TCP', 'overview', 'state diagram', '状态变迁图', '概览', 'figure 5'],
      levels: ['est-04-full-3whs', 'close-02-four-way'],
    },
    [
      'TCP in one picture',
      'A telephone call: dial and answer (SYN, SYN,ACK, ACK), talk with every octet numbered and confirmed, and each says goodbye for itself (FIN, ACK, twice). Figure 5 of RFC 9293 shows all eleven states and the ways between them.',
    ],
    [
      '一张图看懂 TCP',
      '像打电话：拨号与接听（SYN、SYN+ACK、ACK），通话时每个字节都编号并确认，最后各自道别（FIN、ACK 各一次）。RFC 9293 图 5 画出了 11 个状态和它们之间的路。',
    ],
  ),
  'active-and-passive': page(
    {
      section: '9293 3.9.1.1, 3.6',
      names: [
        'active open',
        'passive open',
        'active close',
        'passive close',
        '主动打开',
        '被动打开',
        '主动关闭',
        '被动关闭',
        'client',
        'server',
        '客户端',
        '服务器',
      ],
      clauses: ['open-active', 'open-passive'],
      levels: ['est-01-first-syn', 'est-02-syn-ack', 'close-04-three-segments'],
    },
    [
      'Active and passive',
      'Whoever sends the first SYN opens actively, whoever listens opens passively. Whoever sends the first FIN closes actively. The two have nothing to do with each other: a server may close first.',
    ],
    [
      '主动与被动',
      '先发 SYN 的是主动打开，监听的是被动打开；先发 FIN 的是主动关闭。两件事互不相干：服务器也可以先关。',
    ],
  ),
  'three-way-handshake': page(
    {
      section: '9293 3.5, figure 6',
      names: ['three-way handshake', '3WHS', '三次握手', 'handshake', '握手'],
      clauses: ['open-active', 'listen-answers-syn', 'syn-sent-established', 'syn-received-established'],
      levels: ['est-01-first-syn', 'est-02-syn-ack', 'est-03-third-ack', 'est-04-full-3whs'],
      misconceptions: ['syn-on-third', 'isn-copied', 'third-seq-x'],
    },
    [
      'Three-way handshake',
      'SYN seq=x; SYN,ACK seq=y ack=x+1; ACK seq=x+1 ack=y+1. Both ISNs are announced and confirmed, and a stale SYN is found out before anything is built on it.',
    ],
    [
      '三次握手',
      'SYN seq=x；SYN+ACK seq=y ack=x+1；ACK seq=x+1 ack=y+1。双方的初始序号都宣布并得到确认，过时的 SYN 也会被识破。',
    ],
  ),
  'four-wave-close': page(
    {
      section: '9293 3.6, figure 12',
      names: ['four-way close', 'four waves', '四次挥手', '挥手', 'connection termination', '释放连接'],
      clauses: ['close-sends-fin', 'fin-acknowledged', 'close-wait-fin', 'fin-time-wait'],
      levels: ['close-01-first-fin', 'close-02-four-way', 'close-04-three-segments'],
      misconceptions: ['fin-without-ack', 'fin-without-close', 'fin-not-counted-own'],
    },
    [
      'Four waves',
      'FIN,ACK seq=u; ACK ack=u+1; later FIN,ACK seq=w; ACK seq=u+1 ack=w+1. Each direction ends by itself. Three segments are enough if the second and third can share one.',
    ],
    [
      '四次挥手',
      'FIN+ACK seq=u；ACK ack=u+1；之后 FIN+ACK seq=w；ACK seq=u+1 ack=w+1。两个方向各自结束。第二、三次能合并时，三段就够。',
    ],
  ),
  'half-close': page(
    {
      section: '9293 3.6.1',
      names: ['half-close', 'half-closed', '半关闭', 'shutdown'],
      levels: ['close-03-half-close'],
      clauses: ['fin-close-wait', 'nothing-after-fin'],
      misconceptions: ['data-after-fin', 'fin-without-close'],
    },
    [
      'Half-closed',
      'One direction has ended by a FIN, the other still carries data. FIN-WAIT-2 on one side, CLOSE-WAIT on the other. Not to be confused with half-open.',
    ],
    ['半关闭', '一个方向已用 FIN 结束，另一个方向还在传数据：一边 FIN-WAIT-2，一边 CLOSE-WAIT。不要和半打开混淆。'],
  ),
  'half-open': page(
    {
      section: '9293 3.5.1, figures 9 and 10',
      names: ['half-open', '半打开', '半连接', 'crash', '崩溃'],
      levels: ['odd-04-half-open-syn', 'odd-05-half-open-data'],
      misconceptions: ['rst-instead-of-ack'],
      clauses: ['syn-challenge', 'closed-answers-rst'],
    },
    [
      'Half-open',
      'One end has lost the connection, after a crash, and the other does not know. The next segment finds out: a SYN brings a challenge ACK and then RST, data brings RST. The queue of unfinished handshakes is also called half-open.',
    ],
    [
      '半打开',
      '一端（例如崩溃后）已没有这个连接，另一端还不知道。下一个报文段会揭穿它：SYN 引来质询 ACK，再回 RST；数据直接引来 RST。“半连接队列”则是指未完成的握手。',
    ],
  ),
  'simultaneous-open': page(
    {
      section: '9293 3.5, figure 7',
      names: ['simultaneous open', '同时打开', 'hole punching', '打孔'],
      clauses: ['simultaneous-open'],
      levels: ['odd-02-simultaneous-open'],
      misconceptions: ['synack-without-ack', 'new-isn-on-retransmit'],
    },
    [
      'Simultaneous open',
      'Two SYNs cross. Both ends answer SYN,ACK with their old ISN and meet in ESTABLISHED: one connection, four segments. TCP hole punching lives on it.',
    ],
    [
      '同时打开',
      '两个 SYN 交错而过。双方都用原来的初始序号回 SYN+ACK，一起进入 ESTABLISHED：一条连接，四个报文段。TCP 打孔就靠它。',
    ],
  ),
  'simultaneous-close': page(
    {
      section: '9293 3.6, figure 13',
      names: ['simultaneous close', '同时关闭'],
      clauses: ['fin-closing', 'closing-acked'],
      levels: ['odd-06-simultaneous-close'],
      misconceptions: ['fin-not-counted-own'],
    },
    [
      'Simultaneous close',
      'Two FINs cross. Both ends go through CLOSING into TIME-WAIT: the only close after which both wait.',
    ],
    ['同时关闭', '两个 FIN 交错而过。双方都经 CLOSING 进入 TIME-WAIT：只有这种关闭双方都要等。'],
  ),
  'old-duplicates': page(
    {
      section: '9293 3.5, figure 8',
      names: ['old duplicate SYN', '历史连接', '失效的连接请求', '旧的重复 SYN'],
      clauses: ['syn-sent-resets-bad-ack', 'repeated-syn'],
      levels: ['odd-03-old-duplicate-syn', 'loss-04-dup-syn'],
      misconceptions: ['bad-synack-accepted'],
    },
    [
      'Old duplicates',
      'A SYN that was delayed in the network reaches the server as if it were new. Its SYN,ACK acknowledges a number that the client never sent; the client resets it, and goes on waiting.',
    ],
    [
      '历史连接',
      '在网络里耽搁的旧 SYN 像新的一样到达服务器。服务器的 SYN+ACK 确认的却是客户端没发过的序号；客户端回 RST，然后继续等。',
    ],
  ),
  retransmission: page(
    {
      section: '9293 3.8, 3.10.8; 6298',
      names: ['retransmission', '重传', 'loss', '丢包', 'lost ACK', 'ACK 丢失'],
      clauses: ['retransmission', 'too-early'],
      levels: ['loss-01-syn-backoff', 'loss-02-synack-lost', 'loss-03-third-ack-lost', 'exam-02-seven-losses'],
      misconceptions: ['retransmit-too-early', 'new-isn-on-retransmit'],
    },
    [
      'Retransmission',
      'Whoever sent a SYN, FIN or data repeats it until it is acknowledged: same seq, same length, the current ack. A lost ACK is nobody’s duty; the other side’s repetition brings a new one.',
    ],
    [
      '重传',
      '谁发了 SYN、FIN 或数据，谁就重传到被确认为止：序号、长度不变，确认号用最新的。ACK 丢了没人补，等对方重传时再确认一次。',
    ],
  ),
  'cumulative-ack': page(
    {
      section: '9293 3.4, 3.8.6.3',
      names: [
        'cumulative acknowledgment',
        '累积确认',
        'gap',
        '缺口',
        'duplicate ACK',
        '重复确认',
        'out of order',
        '乱序',
      ],
      clauses: ['out-of-order', 'gap-filled', 'ack-names-next'],
      levels: ['num-01-count-octets', 'num-03-hole', 'close-07-fin-overtakes'],
      misconceptions: ['ack-across-gap', 'ack-plus-one-for-data', 'one-per-packet'],
    },
    [
      'Cumulative acknowledgment',
      'One ack covers all before it, never across a gap. What came too early is kept; each time the left edge of the gap is repeated, and when it is filled one ack jumps over everything.',
    ],
    [
      '累积确认',
      '一个确认号表示此前全部收到，不能越过缺口。提前到的先留着，每次都重复缺口左端的序号；补上之后，一个确认号跳过全部。',
    ],
  ),
  piggyback: page(
    {
      section: '9293 3.4, 3.10.2',
      names: ['piggyback', '捎带确认', '捎带'],
      clauses: ['send-text'],
      levels: ['num-02-swap', 'est-06-ack-carries-data', 'loss-05-data-rescues'],
      misconceptions: ['seq-ack-swapped', 'ack-stale'],
    },
    [
      'Piggyback',
      'Every segment carries the current ack, so data can acknowledge on the way. That is why data completes a handshake whose third ACK was lost.',
    ],
    [
      '捎带确认',
      '每个报文段都带最新的确认号，所以数据可以顺路确认。第三次握手丢了，随后的数据也能把连接建起来，道理就在这里。',
    ],
  ),
  'wrap-around': page(
    {
      section: '9293 3.4',
      names: ['wrap-around', 'modulo 2^32', '回绕', '绕回', '模 2^32'],
      levels: ['num-05-wrap'],
      misconceptions: ['wrap-not-mod'],
      clauses: ['seq-continues'],
    },
    [
      'Wrap-around',
      'After 4294967295 comes 0. “Before” and “after” are decided by the shorter way round the circle, so old and new are told apart as long as less than half of it is in use.',
    ],
    ['序号回绕', '4294967295 之后是 0。前后关系按圆周上较短的那段来判断，只要在用的不到半圈，新旧就分得清。'],
  ),
  'zero-window-probe': page(
    {
      section: '9293 3.8.6.1',
      names: ['zero window', 'window probe', '零窗口', '窗口探测'],
      clauses: ['window-probe', 'zero-window-answer', 'window-opened'],
      levels: ['num-06-zero-window'],
      misconceptions: ['limits-ignored'],
    },
    [
      'Zero window and probe',
      'wnd=0 says: no room now. ACKs and resets still pass. The sender knocks with one octet from time to time; the answer repeats ack and window until there is room.',
    ],
    [
      '零窗口与探测',
      'wnd=0 表示暂时没有空间，但 ACK 和 RST 照样通行。发送方隔一段时间用 1 字节敲门；对方用同样的确认号和窗口回答，直到有空间。',
    ],
  ),
  'reset-rules': page(
    {
      section: '9293 3.5.2, 3.10.7.1',
      names: ['reset generation', 'RST 规则', 'RST 的序号'],
      clauses: ['closed-answers-rst', 'listen-resets-ack', 'syn-sent-resets-bad-ack', 'syn-received-resets-bad-ack'],
      levels: ['odd-01-refused-new-isn', 'odd-03-old-duplicate-syn', 'odd-05-half-open-data'],
      misconceptions: ['rst-wrong-numbers', 'rst-instead-of-ack', 'reply-to-rst'],
    },
    [
      'Numbers of a reset',
      'What arrived had ACK: seq = its ack, no ACK bit. It had none: seq = 0, ACK set, ack = its seq + its length. In a synchronized state there is no reset for a strange segment, but an ACK.',
    ],
    [
      'RST 的序号规则',
      '来段带 ACK：seq 取它的确认号，不置 ACK。来段不带 ACK：seq=0，置 ACK，确认号 = 它的序号 + 长度。在同步状态下，遇到奇怪的报文段回的是 ACK，不是 RST。',
    ],
  ),
  'challenge-ack': page(
    {
      section: '5961 3, 4, 5; 9293 3.10.7.4',
      names: ['challenge ACK', '质询 ACK', '挑战 ACK'],
      clauses: ['rst-challenge', 'syn-challenge', 'ack-too-new'],
      levels: ['atk-02-blind-reset', 'atk-03-blind-syn-and-data', 'odd-04-half-open-syn'],
      misconceptions: ['rst-instead-of-ack', 'rehandshake'],
    },
    [
      'Challenge ACK',
      'Something suspicious came: show the numbers that you expect, and change nothing. The true peer, if it really wants a reset, answers with RST at exactly that number; a stranger never sees the challenge.',
    ],
    [
      '质询 ACK',
      '来了可疑的报文段：亮出自己期待的序号，状态不变。真正的对方若确实要复位，会用恰好这个序号回 RST；外人看不到质询。',
    ],
  ),
  'isn-selection': page(
    {
      section: '9293 3.4.1; 6528',
      names: ['ISN', 'ISS', 'initial sequence number', '初始序号', '初始序列号'],
      clauses: ['open-active'],
      levels: ['est-01-first-syn', 'odd-01-refused-new-isn'],
      misconceptions: ['isn-copied', 'new-isn-on-retransmit'],
    },
    [
      'Choice of the ISN',
      'ISN = M + F(addresses, ports, key). M ticks every 4 microseconds, so that a new connection begins beyond the old one’s numbers; F is a keyed hash, so that nobody else can compute it.',
    ],
    [
      '初始序号的选取',
      'ISN = M + F(两个地址，两个端口，密钥)。M 每 4 微秒加 1，让新连接的序号避开旧连接；F 是带密钥的哈希，让外人算不出来。',
    ],
  ),
  'two-msl': page(
    {
      section: '9293 3.3.2, 3.6.1',
      names: ['why 2MSL', '等待 2MSL', '两个 MSL'],
      clauses: ['time-wait-restart', 'time-wait-timeout'],
      levels: ['close-06-last-ack-lost', 'exam-01-408-close-timing'],
      misconceptions: ['leave-time-wait-early'],
    },
    [
      'Waiting 2MSL',
      'Two reasons: to answer a FIN that is repeated because the last ACK was lost, and to let every segment of this connection die before the same addresses and ports are used again.',
    ],
    [
      '等待 2MSL',
      '两个理由：最后的 ACK 若丢了，能回应重发的 FIN；让这条连接的报文段全部消失，再重用同样的地址和端口。',
    ],
  ),
  'syn-cookies': page(
    {
      section: '4987 3.6',
      names: ['SYN cookie', 'SYN Cookie', 'backlog', '半连接队列'],
      clauses: ['cookie-forgets', 'cookie-opens'],
      levels: ['atk-01-syn-cookies'],
    },
    [
      'SYN cookies',
      'When the backlog is full the server keeps nothing of a SYN. Its ISN is made of a counter, the MSS and a keyed hash; the third segment brings it back, plus one, and the server rebuilds the connection from it.',
    ],
    [
      'SYN Cookie',
      '半连接队列满了，服务器就不保存 SYN 的任何信息：ISN 由计数器、MSS 和带密钥的哈希组成。第三次握手把它加 1 带回来，服务器据此重建连接。',
    ],
  ),
  'fast-open': page(
    {
      section: '7413',
      names: ['TFO', 'TCP Fast Open', '快速打开'],
      clauses: ['fast-open-accepted', 'fast-open-cookie', 'fast-open-again'],
      levels: ['atk-05-fast-open'],
      misconceptions: ['data-before-established'],
    },
    [
      'TCP Fast Open',
      'A client that has got a cookie from the server before may put data on its SYN, and the server delivers it at once: one round trip saved. Without a valid cookie only the SYN is acknowledged.',
    ],
    [
      'TCP 快速打开',
      '客户端若先前拿到过服务器的 Cookie，就可以在 SYN 上带数据，服务器立即交付，省下一个往返。Cookie 无效时只确认 SYN。',
    ],
  ),
  'calls-send-receive': page(
    {
      section: '9293 3.9.1, 3.10.1, 3.10.2, 3.10.3',
      names: ['OPEN', 'SEND', 'RECEIVE', 'STATUS', 'user calls', 'write()', 'read()', '用户调用', '缓冲区'],
      clauses: [
        'open-exists',
        'call-no-connection',
        'send-listen',
        'send-closing',
        'send-no-room',
        'send-acknowledged',
        'text-waits',
        'receive',
        'receive-not-queued',
        'receive-urgent',
        'receive-closing',
        'status',
      ],
      levels: ['est-06-ack-carries-data', 'close-03-half-close', 'num-06-zero-window'],
      misconceptions: ['data-before-established'],
    },
    [
      'OPEN, SEND, RECEIVE',
      'What an application asks of its TCP. OPEN begins, SEND queues octets: before ESTABLISHED they wait, after CLOSE they are refused. RECEIVE takes what has arrived in order, and so opens the window again. When it is sent, and in how many segments, TCP decides.',
    ],
    [
      'OPEN、SEND 与 RECEIVE',
      '应用对 TCP 的请求。OPEN 打开连接；SEND 把字节放进队列：ESTABLISHED 之前先等着，CLOSE 之后不再接受；RECEIVE 取走按序到达的字节，窗口随之张开。什么时候发、分几段发，由 TCP 决定。',
    ],
  ),
  'silly-window': page(
    {
      section: '9293 3.8.6.2',
      names: ['silly window syndrome', 'SWS', 'Nagle', '糊涂窗口综合征', '纳格算法', 'override timeout'],
      clauses: ['override-start', 'override-timeout'],
      levels: ['num-06-zero-window', 'est-05-mss-window'],
      misconceptions: ['limits-ignored'],
    },
    [
      'Silly windows',
      'A receiver that offers each freed octet at once gets segments of one octet, with 40 of headers. So it waits until there is room for a whole segment (or half its buffer), and a sender waits as well, a second at most.',
    ],
    [
      '糊涂窗口综合征',
      '接收方每腾出 1 个字节就通告，就会招来只带 1 字节数据、却有 40 字节首部的报文段。所以接收方要等到能收一整段（或半个缓冲区），发送方也稍等一下，最多约一秒。',
    ],
  ),
  paws: page(
    {
      section: '7323 3, 5',
      names: ['PAWS', 'timestamps option', '时间戳选项', 'TSval', 'TSecr', '防回绕'],
      clauses: ['paws', 'timestamp-missing'],
      levels: ['num-05-wrap', 'atk-04-time-wait-assassin'],
      misconceptions: ['wrap-not-mod'],
    },
    [
      'Timestamps and PAWS',
      'With the timestamps option each segment carries the sender’s clock and echoes the other’s: for measuring round trips, and to tell old duplicates from new data when numbers have wrapped around. An older timestamp brings an ACK and is dropped.',
    ],
    [
      '时间戳与 PAWS',
      '有了时间戳选项，每段都带上自己的时钟并回显对方的：既能测往返时间，又能在序号回绕后分清旧报文段与新数据。时间戳更旧的，回一个 ACK 后丢弃。',
    ],
  ),
  'transmission-control-block': page(
    {
      section: '9293 3.3.1',
      names: [
        'TCB',
        'SND.UNA',
        'SND.NXT',
        'SND.WND',
        'SND.WL1',
        'SND.WL2',
        'ISS',
        'RCV.NXT',
        'RCV.WND',
        'IRS',
        '传输控制块',
        '发送窗口',
      ],
      clauses: ['seq-continues', 'ack-names-next'],
      levels: ['num-02-swap', 'est-03-third-ack', 'num-01-count-octets'],
      misconceptions: ['seq-ack-swapped', 'seq-not-advanced'],
    },
    [
      'Transmission Control Block (TCB)',
      'What one end knows of a connection. SND.UNA: the oldest number not acknowledged; SND.NXT: the next to send; SND.WND: how much the peer takes. RCV.NXT: the next expected, which is what ack says; RCV.WND: what is offered. ISS and IRS: where both began.',
    ],
    [
      '传输控制块（TCB）',
      '一端对连接所知的一切。SND.UNA：最早未被确认的序号；SND.NXT：下一个要发的；SND.WND：对方还能收多少。RCV.NXT：期待的下一个，也就是确认号；RCV.WND：自己还能收多少。ISS、IRS：双方的初始序号。',
    ],
  ),
  'calls-close-shutdown': page(
    {
      section: '9293 3.9.1, 3.6.1',
      names: ['CLOSE', 'shutdown', 'close()', 'ABORT', '系统调用'],
      clauses: [
        'close-sends-fin',
        'close-before-open',
        'close-unread-resets',
        'abort-resets',
        'close-queued',
        'close-again',
        'abort-silent',
        'late-text-resets',
        'text-unread',
      ],
      levels: ['close-01-first-fin', 'odd-07-close-in-syn-sent'],
      misconceptions: ['fin-without-close'],
    },
    [
      'CLOSE, shutdown, ABORT',
      'CLOSE says: I send no more. shutdown(write) is the same with the ears open; close() of sockets shuts them, too, and may send RST for unread data. ABORT sends RST. In SYN-SENT CLOSE sends nothing.',
    ],
    [
      'CLOSE、shutdown 与 ABORT',
      'CLOSE 表示不再发送。套接字的 shutdown(write) 与它相同，还能接收；close() 连接收也关掉，有未读数据时可能发 RST。ABORT 直接发 RST。SYN-SENT 时 CLOSE 什么也不发。',
    ],
  ),
  'why-my-capture-differs': page(
    {
      section: '9293 3.6, 3.6.1',
      names: ['capture', 'Wireshark', '抓包', 'three waves', '三次挥手', 'ipconfig', 'ping'],
      levels: ['lab-01-two-tables', 'close-04-three-segments'],
      clauses: ['close-unread-resets'],
    },
    [
      'Why my capture has only three waves',
      'ACK and FIN shared a segment, or the browser reset the connection, or keeps it alive. If there is no TCP at all, it was HTTP/3 over UDP. If the address is another than ping’s, the name has several.',
    ],
    [
      '为什么抓到的只有三次挥手',
      'ACK 与 FIN 合并了，或者浏览器直接发了 RST，或者还保持着连接。完全没有 TCP，可能是走 UDP 的 HTTP/3；地址与 ping 的不同，是因为一个域名有多个地址。',
    ],
  ),
  'relative-numbers': page(
    {
      section: '9293 3.4',
      names: ['relative sequence number', '相对序号', '绝对序号'],
      levels: ['lab-02-hex-and-relative', 'lab-01-two-tables'],
      misconceptions: ['relative-absolute-mix'],
    },
    [
      'Relative numbers',
      'Wireshark shows seq and ack less the ISN, so that a connection begins at 0. On the wire are the absolute numbers: add the ISN of the side that the number belongs to.',
    ],
    [
      '相对序号',
      'Wireshark 默认显示减去 ISN 之后的序号，所以连接从 0 开始。线路上传的是绝对序号：加上那一方的 ISN 才是。',
    ],
  ),
  'wireshark-filters': page(
    {
      section: 'Wireshark User’s Guide, 6.3',
      names: ['display filter', '显示过滤器', 'ip.addr', 'tcp.stream', 'follow stream', '跟踪流'],
      levels: ['lab-01-two-tables'],
    },
    [
      'Display filters',
      'ip.addr == A && tcp shows all TCP with host A; tcp.stream eq N exactly one connection. “Follow stream” sets the second one for you, and shows the data, not the headers.',
    ],
    [
      '显示过滤器',
      'ip.addr == A && tcp 显示与主机 A 的全部 TCP；tcp.stream eq N 只看一条连接。“跟踪流”会自动设好后一种，但显示的是数据，不是首部。',
    ],
  ),
} as const;
