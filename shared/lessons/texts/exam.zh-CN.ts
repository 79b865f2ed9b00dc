/** 考题的中文文字。 */
import type { ExamTexts } from './examTexts.ts';

const stateQuestions = [
  '客户端先关闭，刚收到服务器的 FIN 并回了确认。此时客户端处于什么状态？',
  '客户端先关闭，服务器确认之后，现在发出了自己的 FIN。此时服务器处于什么状态？',
  '客户端先关闭，它的 FIN 已被确认，服务器还没有关闭。此时客户端处于什么状态？',
  '双方同时关闭。其中一方收到了对方的 FIN，自己的 FIN 还没被确认。它处于什么状态？',
];

export const examZhCN: ExamTexts = {
  exercises: {
    'count-octets': {
      ask: ({ seq, first, second }) =>
        `主机连续发送两个报文段，分别带 ${first} 和 ${second} 字节数据，第一段的序号是 ${seq}。两段都到了，接收方回的确认号是多少？`,
      why: ({ seq, first, second }) => `确认号是期待的下一个字节：${seq} + ${first} + ${second}。`,
      note: null,
    },
    'answer-syn': {
      ask: ({ x }) => `服务器正在监听，收到序号为 ${x} 的 SYN，同意建立连接。它的应答置哪些标志，确认号是多少？`,
      why: ({ x }) => `SYN 宣布自己的序号，ACK 确认对方的：SYN 占一个序号，所以确认号 = ${x} + 1。`,
      note: '题目不问 seq：那是服务器自己的初始序号，可以是任意值。真题选项里 seq 与确认号相同只是巧合。',
    },
    gap: {
      ask: ({ seq, first, second, third }) =>
        `主机发送三个报文段，分别带 ${first}、${second}、${third} 字节，第一段的序号是 ${seq}。只有第一段和第三段到达。收到第三段后，接收方回的确认号是多少？`,
      why: ({ seq, first }) => `确认号停在缺口左端：${seq} + ${first}。第三段先留着。`,
      note: null,
    },
    swap: {
      ask: ({ seq, ack, octets }) =>
        `连接没有丢包。你收到一个报文段：序号 ${seq}，确认号 ${ack}，数据 ${octets} 字节。你接着发出的报文段，序号和确认号各是多少？`,
      why: ({ seq, ack, octets }) => `你的序号就是对方期待的 ${ack}；你的确认号是 ${seq} + ${octets}。`,
      note: '前提是自己没有在途的数据；否则序号要看 SND.NXT。',
    },
    'third-ack': {
      ask: ({ x, y }) => `客户端发起连接，初始序号是 ${x}，服务器的是 ${y}。第三次握手的确认号是多少？`,
      why: ({ y }) => `它确认服务器的 SYN：${y} + 1。`,
      note: null,
    },
    'octets-by-fin': {
      ask: ({ x, fin }) => `客户端的 SYN 序号是 ${x}，它的 FIN 不带数据，序号是 ${fin}。客户端一共发送了多少字节数据？`,
      why: ({ x, fin }) => `SYN 用掉 ${x}，数据从 ${x} + 1 开始，FIN 排在最后一个字节之后：${fin} - ${x} - 1。`,
      note: null,
    },
    'state-after': {
      ask: ({ which }) => stateQuestions[which] ?? '',
      why: () =>
        '主动关闭方：FIN-WAIT-1、FIN-WAIT-2、TIME-WAIT。被动关闭方：CLOSE-WAIT、LAST-ACK。同时关闭：FIN-WAIT-1、CLOSING、TIME-WAIT。',
      note: null,
    },
    'window-range': {
      ask: ({ seq, octets, wnd }) =>
        `你已发出序号为 ${seq}、带 ${octets} 字节数据的报文段。现在收到确认号 ${seq}、窗口 ${wnd} 的报文段。在收到新的确认之前，还可以发送哪些字节：从几号到几号？`,
      why: ({ seq, octets, wnd }) => `窗口右端是 ${seq} + ${wnd} - 1；到 ${seq} + ${octets} - 1 为止已经发过了。`,
      note: null,
    },
    'close-times': {
      ask: ({ rtt, msl }) =>
        `往返时间 ${rtt} 毫秒，MSL 为 ${msl} 毫秒。客户端先关闭，服务器没有剩余数据。从发出第一个 FIN 算起，客户端和服务器最少各要多少毫秒才进入 CLOSED？`,
      why: ({ rtt, msl }) => `客户端：一个往返加 2MSL，${rtt} + 2 × ${msl}。服务器：一个半往返，1.5 × ${rtt}。`,
      note: '“最少”意味着服务器的 ACK 与 FIN 合在一段：三段，而不是四段。',
    },
    'request-times': {
      ask: ({ rtt }) =>
        `客户端向服务器问一个很短的问题，往返时间 ${rtt} 毫秒，处理不计时间。用 UDP，以及用 TCP（事先没有连接），各要多少毫秒才收到回答？`,
      why: ({ rtt }) =>
        `UDP：一个往返，${rtt}。TCP：先用一个往返交换 SYN 和 SYN+ACK，问题搭第三次握手发出：2 × ${rtt}。`,
      note: '如果用 TCP 快速打开且 Cookie 有效，TCP 也只要一个往返。',
    },
    'data-on-syn': {
      ask: ({ octets }) => `SYN 报文段可以携带 ${octets} 字节数据吗？（能 或 不能）`,
      why: () => '教材：不能，只有第三次握手可以。RFC 9293 第 3.5 节：能，只是要等到 ESTABLISHED 才交付。',
      note: '考试答“不能”；RFC 的答案是“能”。',
    },
    'flag-count': {
      ask: () => 'TCP 首部有几个控制位（标志位）？',
      why: () => 'URG、ACK、PSH、RST、SYN、FIN，以及 RFC 3168 加入的 CWR 和 ECE。',
      note: '教材说 6 个，RFC 9293 是 8 个。',
    },
    'server-state': {
      ask: ({ x }) => `初始序号为 ${x} 的客户端刚发出第三次握手的报文段，它还在路上。此时服务器处于什么状态？`,
      why: () => '客户端发出时就是 ESTABLISHED；服务器要等收到才是。',
      note: '不少资料说此时双方都是 ESTABLISHED。若这一段丢了，区别就显出来了。',
    },
    'fewest-waves': {
      ask: () => '不用 RST，把一条连接的两个方向都关闭，最少要几个报文段？',
      why: () => '被动方没有剩余数据、应用又马上关闭时，ACK 与 FIN 合在一段：三个。',
      note: '教材讲四个，那是常见的情形。',
    },
  },
  fields: {
    octets: '字节数',
    state: '状态',
    from: '起始序号',
    to: '结束序号',
    'client-ms': '客户端（毫秒）',
    'server-ms': '服务器（毫秒）',
    'udp-ms': 'UDP（毫秒）',
    'tcp-ms': 'TCP（毫秒）',
    may: '能或不能',
    flags: '位数',
    segments: '报文段数',
  },
};
