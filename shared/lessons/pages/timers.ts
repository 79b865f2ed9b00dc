/** The timers of a connection: RFC 9293 3.8.1, 3.8.6, 3.6.1; RFC 6298. */
import { pagesOf } from '../page.ts';

const page = pagesOf('timer');

export const timerPages = {
  'timer-retransmission': page(
    {
      section: '9293 3.8.1; 6298',
      names: ['RTO', 'retransmission timer', 'retransmission timeout', '重传计时器', '超时重传', '退避', 'back-off'],
      clauses: ['rto-start', 'rto-stop', 'rto-restart', 'rto-backoff', 'retransmission'],
      levels: ['loss-01-syn-backoff', 'loss-02-synack-lost', 'exam-02-seven-losses'],
      misconceptions: ['retransmit-too-early', 'new-isn-on-retransmit'],
    },
    [
      'Retransmission timer',
      'Runs while a SYN, a FIN or data is unacknowledged. When it runs out, the oldest segment goes again, and the time doubles: 1 s, 2 s, 4 s. Pure ACKs and resets have none. After a SYN was repeated, the first data waits 3 s.',
    ],
    [
      '重传计时器',
      '只要有 SYN、FIN 或数据未被确认就在走。到期则重发最早的一段，并把时间加倍：1 秒、2 秒、4 秒。纯 ACK 和 RST 没有计时器。SYN 重传过的连接，首批数据的超时为 3 秒。',
    ],
  ),
  'timer-persist': page(
    {
      section: '9293 3.8.6.1',
      names: ['persist timer', 'probe timer', '持续计时器', '坚持计时器'],
      clauses: ['persist-start', 'window-probe', 'window-opened'],
      levels: ['num-06-zero-window'],
      misconceptions: ['limits-ignored'],
    },
    [
      'Persist timer',
      'Runs while data waits before a closed window. When it runs out, one octet is sent past the window, to ask whether it has opened: the update may have been lost.',
    ],
    ['持续计时器', '窗口为 0 而有数据要发时启动。到期就越过窗口发 1 字节探测：打开窗口的通知可能丢了。'],
  ),
  'timer-delayed-ack': page(
    {
      section: '9293 3.8.6.3',
      names: ['delayed ACK', '延迟确认', '推迟确认'],
      clauses: ['delayed-ack', 'second-segment'],
      levels: ['num-01-count-octets'],
      misconceptions: ['ack-omitted', 'ack-of-ack'],
    },
    [
      'Delayed ACK',
      'The ACK of data in order may wait, less than half a second, so that it can ride on data. Every second full segment is acknowledged at once. FIN, gaps and probes never wait.',
    ],
    [
      '延迟确认',
      '对按序数据的确认可以稍等（不到 0.5 秒），好搭上反方向的数据。每两个满长报文段至少确认一次。FIN、缺口、探测则立即确认。',
    ],
  ),
  'timer-time-wait': page(
    {
      section: '9293 3.6.1, 3.4.2',
      names: ['2MSL', 'MSL', 'maximum segment lifetime', '最大报文段生存时间', '最长报文段寿命'],
      clauses: ['time-wait-restart', 'time-wait-timeout'],
      levels: ['close-06-last-ack-lost', 'exam-01-408-close-timing'],
      misconceptions: ['leave-time-wait-early'],
    },
    [
      '2MSL timer',
      'MSL is the longest life of a segment in the network: 2 minutes in the RFC, often 30 seconds in practice, 5 in this game. TIME-WAIT lasts twice that.',
    ],
    [
      '2MSL 计时器',
      'MSL 是报文段在网络中的最长寿命：RFC 取 2 分钟，实际常为 30 秒，本游戏为 5 秒。TIME-WAIT 持续它的两倍。',
    ],
  ),
  'timer-user': page(
    {
      section: '9293 3.9.1, 3.8.3',
      names: ['user timeout', 'R1', 'R2', '用户超时'],
      clauses: ['user-timeout', 'r1-tells-user', 'r2-gives-up'],
      levels: ['loss-01-syn-backoff'],
    },
    [
      'User timeout',
      'How long an application lets its data stay unacknowledged. After that the connection is given up, and the application is told.',
    ],
    ['用户超时', '应用容忍数据得不到确认的最长时间。超过就放弃连接，并告知应用。'],
  ),
  'timer-keep-alive': page(
    { section: '9293 3.8.4', names: ['keep-alive', 'keepalive', '保活'], levels: ['odd-05-half-open-data'] },
    [
      'Keep-alive',
      'Off unless asked for. After long silence, two hours at least, a segment with an old number asks whether the other side still lives: it answers with an ACK, or RST.',
    ],
    ['保活计时器', '默认关闭。沉默很久（至少两小时）之后，发一个旧序号的报文段问对方是否还在：对方回 ACK，或者 RST。'],
  ),
} as const;
