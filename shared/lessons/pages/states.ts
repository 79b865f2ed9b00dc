/** The eleven states: RFC 9293 3.3.2. Textbooks and programs spell them in many ways; all are found. */
import { pagesOf } from '../page.ts';

const page = pagesOf('state');

export const statePages = {
  'state-closed': page(
    {
      section: '9293 3.3.2, 3.10.7.1',
      names: ['CLOSED', 'CLOSE', '关闭'],
      clauses: ['closed-answers-rst', 'closed-ignores-rst', 'no-connection'],
      levels: ['odd-01-refused-new-isn', 'odd-05-half-open-data'],
      misconceptions: ['rst-wrong-numbers'],
    },
    [
      'CLOSED',
      'No connection at all; strictly no state, but its absence. Whatever arrives is answered with RST, unless it is one.',
    ],
    ['CLOSED', '没有连接，严格说不算状态。收到什么都回 RST，收到 RST 则不回。教材有时写作 CLOSE。'],
  ),
  'state-listen': page(
    {
      section: '9293 3.3.2, 3.10.7.2',
      names: ['LISTEN', '监听', '侦听'],
      clauses: ['open-passive', 'listen-answers-syn', 'listen-resets-ack', 'listen-ignores-rst', 'listen-drops-rest'],
      levels: ['est-02-syn-ack', 'atk-01-syn-cookies'],
    },
    [
      'LISTEN',
      'A server after its passive OPEN: waits for a SYN from anybody. A SYN brings a new connection in SYN-RECEIVED; an ACK brings RST.',
    ],
    [
      'LISTEN',
      '服务器被动打开之后：等待任何人的 SYN。来了 SYN 就产生一个处于 SYN-RECEIVED 的新连接；来的是 ACK 则回 RST。',
    ],
  ),
  'state-syn-sent': page(
    {
      section: '9293 3.3.2, 3.10.7.3',
      names: ['SYN-SENT', 'SYN_SENT', 'SYN_SEND', 'SYN_SEN', 'SYNSENT', '同步已发送'],
      clauses: [
        'open-active',
        'syn-sent-established',
        'syn-sent-resets-bad-ack',
        'simultaneous-open',
        'syn-sent-refused',
        'syn-sent-ignores-rst',
        'syn-sent-drops-rest',
      ],
      levels: ['est-01-first-syn', 'loss-01-syn-backoff', 'odd-03-old-duplicate-syn'],
      misconceptions: ['syn-forgotten', 'ack-on-first-syn', 'bad-synack-accepted'],
    },
    [
      'SYN-SENT',
      'A client after its SYN. It waits for SYN,ACK with ack = ISS + 1. A wrong ack is answered with RST, and it stays here. A bare SYN means that both open at once.',
    ],
    [
      'SYN-SENT',
      '客户端发出 SYN 之后，等待确认号为 ISS+1 的 SYN+ACK。确认号不对就回 RST，状态不变。若来的是单独的 SYN，则是双方同时打开。又写作 SYN_SENT。',
    ],
  ),
  'state-syn-received': page(
    {
      section: '9293 3.3.2, 3.10.7.4',
      names: [
        'SYN-RECEIVED',
        'SYN_RECEIVED',
        'SYN_RCVD',
        'SYN-RCVD',
        'SYN_RECV',
        'SYN-RECV',
        'SUN_RECV',
        '同步已接收',
        '同步收到',
      ],
      clauses: [
        'syn-received-established',
        'repeated-syn',
        'syn-received-resets-bad-ack',
        'syn-received-rst-listen',
        'syn-received-rst-refused',
        'syn-received-syn-listen',
        'text-waits',
      ],
      levels: ['est-02-syn-ack', 'loss-03-third-ack-lost', 'loss-04-dup-syn'],
      misconceptions: ['synack-without-syn', 'synack-without-ack', 'isn-copied', 'data-before-established'],
    },
    [
      'SYN-RECEIVED',
      'A server that has heard a SYN and answered SYN,ACK. It does not know whether the answer arrived: its timer runs, and data waits. Any segment with ack = ISS + 1 makes it ESTABLISHED.',
    ],
    [
      'SYN-RECEIVED',
      '服务器收到 SYN 并回了 SYN+ACK，但还不知道对方收没收到：计时器在走，数据要等。任何确认号为 ISS+1 的报文段都使它进入 ESTABLISHED。又写作 SYN_RCVD、SYN_RECV。',
    ],
  ),
  'state-established': page(
    {
      section: '9293 3.3.2, 3.10.7.4',
      names: ['ESTABLISHED', 'ESTABLIHED', 'ESTAB', '已建立', '连接已建立'],
      clauses: ['send-text', 'text-acknowledged', 'fin-close-wait', 'syn-challenge', 'text-delivered'],
      levels: ['est-04-full-3whs', 'num-02-swap'],
      misconceptions: ['rehandshake', 'rst-instead-of-ack'],
    },
    [
      'ESTABLISHED',
      'The connection stands; data flows both ways. The client enters it when it sends the third segment, the server when that arrives.',
    ],
    ['ESTABLISHED', '连接已建立，双向传数据。客户端发出第三次握手时进入，服务器收到时才进入。'],
  ),
  'state-fin-wait-1': page(
    {
      section: '9293 3.3.2, 3.10.7.4',
      names: ['FIN-WAIT-1', 'FIN_WAIT_1', 'FIN_WAIT1', 'FINWAIT1', '终止等待1'],
      clauses: ['close-sends-fin', 'fin-wait-1-acked', 'fin-closing', 'fin-time-wait'],
      levels: ['close-01-first-fin', 'close-04-three-segments', 'odd-06-simultaneous-close'],
      misconceptions: ['data-after-fin', 'fin-not-counted-own'],
    },
    [
      'FIN-WAIT-1',
      'I closed first and sent my FIN; nobody has acknowledged it yet. Its ACK leads to FIN-WAIT-2, a FIN without that ACK to CLOSING, both together to TIME-WAIT.',
    ],
    [
      'FIN-WAIT-1',
      '主动关闭方发出 FIN，还没得到确认。收到确认进入 FIN-WAIT-2；只收到对方的 FIN 进入 CLOSING；两者同段则进入 TIME-WAIT。',
    ],
  ),
  'state-fin-wait-2': page(
    {
      section: '9293 3.3.2, 3.10.7.4',
      names: ['FIN-WAIT-2', 'FIN_WAIT_2', 'FIN_WAIT2', 'FINWAIT2', '终止等待2'],
      clauses: ['fin-wait-1-acked', 'fin-time-wait', 'text-acknowledged'],
      levels: ['close-02-four-way', 'close-03-half-close'],
      misconceptions: ['ack-omitted', 'data-after-fin'],
    },
    [
      'FIN-WAIT-2',
      'My FIN is acknowledged; the other side may still send, and I must acknowledge it. Its FIN leads to TIME-WAIT.',
    ],
    ['FIN-WAIT-2', '自己的 FIN 已被确认，对方还可以发数据，我必须确认。收到对方的 FIN 后进入 TIME-WAIT。'],
  ),
  'state-close-wait': page(
    {
      section: '9293 3.3.2, 3.10.4',
      names: ['CLOSE-WAIT', 'CLOSE_WAIT', 'CLOSR-WAT', 'CLOSEWAIT', '关闭等待'],
      clauses: ['fin-close-wait', 'close-wait-fin', 'fin-needs-close', 'text-after-fin'],
      levels: ['close-02-four-way', 'close-03-half-close'],
      misconceptions: ['fin-without-close'],
    },
    [
      'CLOSE-WAIT',
      'The other side has closed; I have acknowledged its FIN and may still send. TCP waits for my application to call CLOSE. Many of these mean that the program forgot to.',
    ],
    [
      'CLOSE-WAIT',
      '对方已关闭，我确认了它的 FIN，仍可发数据；TCP 在等本端应用调用 CLOSE。大量 CLOSE_WAIT 说明程序忘了关闭。',
    ],
  ),
  'state-closing': page(
    {
      section: '9293 3.3.2, 3.10.7.4',
      names: ['CLOSING', '正在关闭'],
      clauses: ['fin-closing', 'closing-acked', 'closing-ignores', 'rst-obeyed-closing'],
      levels: ['odd-06-simultaneous-close'],
      misconceptions: ['fin-not-counted-own'],
    },
    [
      'CLOSING',
      'Both closed at once: the other FIN came, the ACK of mine did not yet. When it comes: TIME-WAIT, on both sides.',
    ],
    ['CLOSING', '双方同时关闭：收到了对方的 FIN，自己的 FIN 还没被确认。等到确认就进入 TIME-WAIT，两边都一样。'],
  ),
  'state-last-ack': page(
    {
      section: '9293 3.3.2, 3.10.7.4',
      names: ['LAST-ACK', 'LAST_ACK', 'LASTACK', '最后确认'],
      clauses: ['close-wait-fin', 'last-ack-closed', 'rst-obeyed-closing'],
      levels: ['close-02-four-way', 'exam-01-408-close-timing'],
    },
    [
      'LAST-ACK',
      'The passive closer after its own FIN: only one ACK is missing. When it comes, the connection is gone at once.',
    ],
    ['LAST-ACK', '被动关闭方发出自己的 FIN 之后，只差最后一个确认。一收到就立即 CLOSED。'],
  ),
  'state-time-wait': page(
    {
      section: '9293 3.3.2, 3.6.1',
      names: ['TIME-WAIT', 'TIME_WAIT', 'TIMEWAIT', '时间等待'],
      clauses: ['fin-time-wait', 'time-wait-restart', 'time-wait-timeout', 'time-wait-ignores-rst', 'time-wait-reopen'],
      levels: ['close-06-last-ack-lost', 'atk-04-time-wait-assassin', 'exam-01-408-close-timing'],
      misconceptions: ['leave-time-wait-early'],
    },
    [
      'TIME-WAIT',
      'The active closer after its last ACK: stays for 2MSL. A repeated FIN is acknowledged again and restarts the wait. A RST is better ignored (RFC 1337).',
    ],
    [
      'TIME-WAIT',
      '主动关闭方发出最后的 ACK 之后，停留 2MSL。再来 FIN 就再确认一次，并重新计时；RST 最好不理会（RFC 1337）。',
    ],
  ),
} as const;
