/** Attacks, and what TCP does against them: RFC 4987, 5961, 6528, 1337. */
import { pagesOf } from '../page.ts';

const page = pagesOf('attack');

export const attackPages = {
  'attack-syn-flood': page(
    {
      section: '4987 2',
      names: ['SYN flood', 'DDoS', 'SYN 洪泛', '洪水攻击', 'SYN flooding'],
      levels: ['atk-01-syn-cookies'],
    },
    [
      'SYN flood',
      'Many SYNs with forged addresses. Each takes a place in the backlog of half-open connections until it times out; real clients find no room. Three segments do not help; cookies do.',
    ],
    [
      'SYN 洪泛攻击',
      '用伪造的地址发大量 SYN。每个都占半连接队列的一个位置直到超时，真正的客户端排不进来。三次握手挡不住它，SYN Cookie 可以。',
    ],
  ),
  'attack-blind-reset': page(
    {
      section: '5961 3',
      names: ['blind reset', 'RST attack', 'RST 攻击', '盲复位'],
      clauses: ['rst-challenge', 'rst-outside-window', 'rst-obeyed'],
      levels: ['atk-02-blind-reset'],
      misconceptions: ['reply-to-rst', 'rst-instead-of-ack'],
    },
    [
      'Blind reset',
      'A stranger who cannot see the traffic sends RSTs and hopes to hit the window. Only the exact RCV.NXT is obeyed; elsewhere in the window a challenge ACK asks the true peer.',
    ],
    [
      '盲 RST 攻击',
      '看不到流量的外人乱发 RST，指望落进窗口。只有序号恰为 RCV.NXT 才照办；落在窗口别处，就回质询 ACK 问真正的对方。',
    ],
  ),
  'attack-blind-syn': page(
    {
      section: '5961 4',
      names: ['blind SYN', '盲 SYN', 'SYN injection'],
      clauses: ['syn-challenge', 'syn-in-window-resets'],
      levels: ['atk-03-blind-syn-and-data'],
      misconceptions: ['rehandshake', 'rst-instead-of-ack'],
    },
    [
      'Blind SYN',
      'A forged SYN in a running connection once reset it. Now it is answered with a challenge ACK, whatever its number is.',
    ],
    ['盲 SYN 攻击', '从前，向已建立的连接插入伪造的 SYN 会让它复位。现在不论序号多少，都只回一个质询 ACK。'],
  ),
  'attack-blind-data': page(
    {
      section: '5961 5',
      names: ['blind data injection', '盲数据注入'],
      clauses: ['ack-too-old', 'ack-too-new', 'unacceptable-segment'],
      levels: ['atk-03-blind-syn-and-data'],
    },
    [
      'Blind data injection',
      'Forged octets with a guessed seq. The ack must be right, too: one that acknowledges what was never sent, or what is too old, drops the segment and brings an ACK.',
    ],
    ['盲数据注入', '猜一个序号塞入伪造数据。确认号也得对：确认了没发过的或太旧的内容，整段丢弃，并回一个 ACK。'],
  ),
  'attack-isn-guessing': page(
    {
      section: '6528; 9293 3.4.1',
      names: ['ISN guessing', 'ISN prediction', '序号猜测', 'Mitnick'],
      levels: ['odd-01-refused-new-isn'],
      clauses: ['open-active'],
    },
    [
      'ISN guessing',
      'Whoever can compute a server’s next ISN can finish a handshake without seeing the answer, in another’s name. A secret key in the ISN’s hash prevents it.',
    ],
    ['猜测初始序号', '谁能算出服务器的下一个 ISN，谁就能冒名完成握手而不用看到应答。ISN 的哈希里加上密钥就能防住。'],
  ),
  'attack-time-wait': page(
    {
      section: '1337 1, 3',
      names: ['TIME-WAIT assassination', 'TIME_WAIT 暗杀', 'RFC 1337'],
      clauses: ['time-wait-ignores-rst'],
      levels: ['atk-04-time-wait-assassin'],
      misconceptions: ['leave-time-wait-early'],
    },
    [
      'TIME-WAIT assassination',
      'An old duplicate makes TIME-WAIT send an ACK; the peer, already closed, answers RST, and the RST would end TIME-WAIT early. RFC 1337: ignore it.',
    ],
    [
      'TIME-WAIT 暗杀',
      '一个旧报文段让 TIME-WAIT 发出 ACK，而对方早已关闭，于是回 RST，TIME-WAIT 就被提前结束。RFC 1337 的办法：不理会这个 RST。',
    ],
  ),
} as const;
