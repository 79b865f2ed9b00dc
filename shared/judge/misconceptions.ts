/**
 * The forty misconceptions, in the order of `curriculum/CURRICULUM.md`, section 2: what a refused move shows that its
 * player believes. The rules that recognise them are in `rules/`; here are the words.
 */

/** What a player reads, in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-CN': string;
}

export interface Misconception extends Bilingual {
  /** RFC and sections, as in `tcp/clauses.ts`. */
  readonly section: string;
}

const table = {
  'syn-forgotten': {
    section: '9293 3.5, 3.10.1',
    en: 'Opening starts with SYN: only SYN tells the peer your initial sequence number.',
    'zh-CN': '打开连接要先发 SYN：只有 SYN 能把你的初始序号告诉对方。',
  },
  'ack-on-first-syn': {
    section: '9293 3.5, figure 6',
    en: 'Nothing has reached you yet, so there is nothing to acknowledge. The first SYN is sent without ACK and with ack blank.',
    'zh-CN': '你还没有收到任何报文段，没有什么可确认。第一个 SYN 不置 ACK，确认号留空。',
  },
  'bad-synack-accepted': {
    section: '9293 3.10.7.3, figure 8',
    en: 'That segment acknowledges a number you never sent, so it belongs to something older. Send RST with seq = its ack, and go on waiting for the true answer.',
    'zh-CN': '它确认的序号你从没发过，说明它属于更早的连接。请回 RST，seq 取它的确认号，然后继续等真正的回应。',
  },
  'syn-on-third': {
    section: '9293 3.5, figure 6',
    en: 'Your SYN is acknowledged already; setting it again would ask for a new connection. The third segment of the handshake carries ACK only.',
    'zh-CN': '你的 SYN 已被确认，再置 SYN 等于请求新的连接。三次握手的第三段只置 ACK。',
  },
  'synack-without-syn': {
    section: '9293 3.4.1',
    en: 'This confirms the other side’s number but does not tell it yours. Set SYN as well, with your own ISN in seq.',
    'zh-CN': '这样只确认了对方的序号，没有把你的序号告诉对方。还要置 SYN，seq 填自己的初始序号。',
  },
  'synack-without-ack': {
    section: '9293 3.5, figures 6 and 7',
    en: 'Without ACK the peer cannot know that you heard its SYN. Answer in the same segment: ACK set, ack = its seq + 1.',
    'zh-CN': '不置 ACK，对方就不知道你收到了它的 SYN。请在同一报文段里置 ACK，确认号 = 对方序号 + 1。',
  },
  'isn-copied': {
    section: '9293 3.4.1',
    en: 'That is the other side’s number. Each direction counts for itself: seq starts at your own ISN, which has nothing to do with the peer’s.',
    'zh-CN': '那是对方的序号。两个方向各数各的：你的 seq 从自己的初始序号开始，与对方的无关。',
  },
  'new-isn-on-retransmit': {
    section: '9293 3.10.8; 6298 5.4',
    en: 'Your SYN has left with another number. A retransmission keeps its ISN; only a new connection takes a new one.',
    'zh-CN': '你的 SYN 已经用别的序号发出去了。重传不换初始序号，只有新的连接才取新的。',
  },
  'data-before-established': {
    section: '9293 3.10.2',
    en: 'You cannot know yet that the peer heard your SYN. Data waits in the queue until the connection is ESTABLISHED.',
    'zh-CN': '你还不知道对方是否收到了你的 SYN。数据先排队，等到 ESTABLISHED 再发。',
  },
  rehandshake: {
    section: '9293 3.10.7.4; 5961 4',
    en: 'The connection exists; a SYN would only bring you a challenge ACK. If something was lost, repeat just that: the data, the FIN or the ACK.',
    'zh-CN': '连接已经存在，再发 SYN 只会换来一个质询 ACK。丢了什么就补什么：数据、FIN 或 ACK。',
  },
  'reply-to-rst': {
    section: '9293 3.10.7.1, 3.10.7.4',
    en: 'Nothing is owed for this reset: one that counts has ended the connection, one outside the window is dropped. Neither is answered, so wait.',
    'zh-CN': '这个 RST 不用回应：有效的 RST 已经结束了连接，窗口外的 RST 直接丢弃。两种都不回应，请等待。',
  },
  'rst-wrong-numbers': {
    section: '9293 3.5.2, 3.10.7.1',
    en: 'A reset must be believable. If the segment had ACK: seq = its ack, no ACK flag. If not: seq = 0, ACK set, ack = its seq + its length.',
    'zh-CN':
      'RST 要让对方相信。来段带 ACK：seq 取它的确认号，不置 ACK；不带 ACK：seq=0，置 ACK，确认号 = 它的序号 + 长度。',
  },
  'rst-instead-of-ack': {
    section: '9293 3.5.2; 5961 3',
    en: 'Nothing here shows that the connection is dead. Once synchronised, answer with an ACK that names the number you expect, not with a reset.',
    'zh-CN': '这并不说明连接已坏。进入同步状态后，应回 ACK 说明你期待的序号，而不是 RST。',
  },
  'fin-without-ack': {
    section: '9293 3.8, 3.10.7.4',
    en: 'After the handshake every segment carries ACK, a FIN too; without it the receiver drops the segment. Send FIN,ACK.',
    'zh-CN': '握手之后每个报文段都带 ACK，FIN 也不例外，否则会被对方丢弃。请发 FIN+ACK。',
  },
  'ack-flag-vs-number': {
    section: '9293 3.1',
    en: 'ACK is a flag and says “the number counts”; ack is the number. Give both or neither.',
    'zh-CN': 'ACK 是标志位，表示“确认号有效”；ack 是确认号本身。要么都填，要么都不填。',
  },
  'ack-flag-missing': {
    section: '9293 3.1, 3.10.7.4',
    en: 'Once connected, every segment tells what you have received. One without ACK is thrown away by the receiver.',
    'zh-CN': '建立连接后，每个报文段都要报告已收到哪里。不置 ACK 的报文段会被对方丢弃。',
  },
  'fin-too-early': {
    section: '9293 3.4, 3.10.4',
    en: 'Octets are still waiting. FIN means “no more from me”, so it comes after the last octet or rides on the segment that carries it.',
    'zh-CN': '还有数据在排队。FIN 表示“我没有数据了”，要排在最后一个字节之后，或与最后的数据同段发送。',
  },
  'fin-without-close': {
    section: '9293 3.6, 3.10.4',
    en: 'Your application has not called CLOSE. TCP acknowledges the peer’s FIN at once, but sends its own only when the application is done.',
    'zh-CN': '你的应用还没有调用 CLOSE。对方的 FIN 要马上确认，自己的 FIN 要等本端应用说完再发。',
  },
  'data-after-fin': {
    section: '9293 3.10.2',
    en: 'Your FIN promised that no more data comes. After it you only acknowledge, or repeat what was lost.',
    'zh-CN': '你的 FIN 已声明不再有数据。之后只能确认，或重传丢失的部分。',
  },
  'fin-not-counted-own': {
    section: '9293 3.4, figure 12',
    en: 'Your FIN used up one number, so seq is now one higher: the u+1 of the fourth wave.',
    'zh-CN': '你的 FIN 用掉了一个序号，所以 seq 要加 1，也就是第四次挥手里的 u+1。',
  },
  'retransmit-too-early': {
    section: '6298 2.1, 5',
    en: 'You sent this already and its timer still runs. Repeat it when the timer runs out: 1 s at first, twice as long each time.',
    'zh-CN': '这一段已经发过，计时器还没到。等它到期再重传：起初 1 秒，之后逐次加倍。',
  },
  'ack-of-ack': {
    section: '9293 3.5, 3.8.4',
    en: 'Nothing here needs an answer. A pure ACK takes no sequence number; it is never acknowledged and never repeated by a timer. Wait.',
    'zh-CN': '现在没有什么需要回应。纯 ACK 不占序号，既不用确认，也不会定时重传。请等待。',
  },
  'ack-omitted': {
    section: '9293 3.10.7.4',
    en: 'Something here must be acknowledged now. Without your ACK the peer keeps sending the same again.',
    'zh-CN': '刚才收到的内容必须马上确认。没有你的 ACK，对方会一直重发。',
  },
  'leave-time-wait-early': {
    section: '9293 3.6.1',
    en: 'Stay in TIME-WAIT for 2MSL: if your last ACK was lost, only you can answer the repeated FIN, and old segments must die out first.',
    'zh-CN': '请在 TIME-WAIT 等满 2MSL：最后的 ACK 若丢失，只有你能回应重发的 FIN；旧报文段也要先从网络中消失。',
  },
  'wrap-not-mod': {
    section: '9293 3.4',
    en: 'Sequence numbers have 32 bits: after 4294967295 comes 0. Subtract 4294967296 from your result.',
    'zh-CN': '序号只有 32 位，4294967295 之后是 0。请把结果减去 4294967296。',
  },
  'relative-absolute-mix': {
    section: '9293 3.4',
    en: 'That is the relative number, counted from the ISN as Wireshark shows it. The wire carries the absolute one: add the ISN.',
    'zh-CN': '这是从初始序号数起的相对序号（Wireshark 的显示方式）。线路上传的是绝对序号，要加上初始序号。',
  },
  'seq-ack-swapped': {
    section: '9293 3.4',
    en: 'The two fields are exchanged: seq counts what you send, ack names what you expect from the other side.',
    'zh-CN': '两个字段填反了：序号数的是你发出的字节，确认号说的是你期待对方的哪个字节。',
  },
  'third-seq-x': {
    section: '9293 3.4, figure 6',
    en: 'Your SYN used up number x, so the next segment starts at x+1, even if it carries no data.',
    'zh-CN': '你的 SYN 用掉了序号 x，所以下一个报文段从 x+1 开始，不带数据也一样。',
  },
  'one-per-packet': {
    section: '9293 3.4',
    en: 'TCP numbers octets, not segments: after n octets seq moves on by n.',
    'zh-CN': 'TCP 给字节编号，不给报文段编号：发了 n 个字节，seq 就加 n。',
  },
  'ack-consumes-number': {
    section: '9293 3.5, figure 6',
    en: 'Only data, SYN and FIN take numbers. The ACK you sent took none, so seq has not moved.',
    'zh-CN': '只有数据、SYN 和 FIN 占序号。你发过的 ACK 不占，所以 seq 不变。',
  },
  'seq-not-advanced': {
    section: '9293 3.4, 3.8',
    en: 'That number belongs to what you sent already. What comes next starts at SND.NXT.',
    'zh-CN': '这个序号已经属于你发过的内容。接下来从 SND.NXT 开始。',
  },
  'seq-from-peer': {
    section: '9293 3.4',
    en: 'That continues the other side’s count. Your seq continues your own; look at the ack that the peer sent you last.',
    'zh-CN': '你接着对方的编号数下去了。seq 要接自己的编号，可以看对方最近发来的确认号。',
  },
  'ack-no-plus-one': {
    section: '9293 3.4',
    en: 'SYN and FIN take one number each, so the number you expect next is one higher.',
    'zh-CN': 'SYN 和 FIN 各占一个序号，你期待的下一个序号要加 1。',
  },
  'ack-plus-one-for-data': {
    section: '9293 3.4',
    en: '“ack = seq + 1” is for SYN and FIN. For data, ack = seq + number of octets.',
    'zh-CN': '“确认号 = 序号 + 1”只适用于 SYN 和 FIN。对数据，确认号 = 序号 + 字节数。',
  },
  'ack-last-octet': {
    section: '9293 3.1, 3.4',
    en: 'ack names the next octet you expect, not the last one you have.',
    'zh-CN': '确认号是你期待的下一个字节，不是已收到的最后一个字节。',
  },
  'ack-across-gap': {
    section: '9293 3.4, 3.10.7.4',
    en: 'An ack promises everything before it, and a piece is missing. Until it comes, repeat the number where the gap begins.',
    'zh-CN': '确认号表示它之前的都收到了，可是中间缺了一段。补上之前，只能重复缺口起点的序号。',
  },
  'ack-extra-one': {
    section: '9293 3.4',
    en: 'One too many. Data counts its octets and nothing more; SYN and FIN count one each, once.',
    'zh-CN': '多加了 1。数据只算字节数；SYN 和 FIN 各算 1，而且只算一次。',
  },
  'ack-own-number': {
    section: '9293 3.1',
    en: 'That is a number of your own. ack always speaks about the other side’s count.',
    'zh-CN': '这是你自己的序号。确认号说的永远是对方的编号。',
  },
  'ack-stale': {
    section: '9293 3.8',
    en: 'That ack was right earlier; you have received more since. Every segment carries the current RCV.NXT.',
    'zh-CN': '这是之前的确认号，后来你又收到了新的内容。每个报文段都带当前的 RCV.NXT。',
  },
  'limits-ignored': {
    section: '9293 3.7.1, 3.8.6',
    en: 'The peer told you what it can take: at most one MSS in a segment, and nothing beyond its window.',
    'zh-CN': '对方说过能收多少：每段不超过一个 MSS，总量不越过它的窗口。',
  },
} as const satisfies { readonly [id: string]: Misconception };

export type MisconceptionId = keyof typeof table;
export const misconceptions: { readonly [id in MisconceptionId]: Misconception } = table;

/** In the order in which they are looked for: the first that fits is shown. */
export const misconceptionIds: readonly MisconceptionId[] = [
  'syn-forgotten',
  'ack-on-first-syn',
  'bad-synack-accepted',
  'syn-on-third',
  'synack-without-syn',
  'synack-without-ack',
  'isn-copied',
  'new-isn-on-retransmit',
  'data-before-established',
  'rehandshake',
  'reply-to-rst',
  'rst-wrong-numbers',
  'rst-instead-of-ack',
  'fin-without-ack',
  'ack-flag-vs-number',
  'ack-flag-missing',
  'fin-too-early',
  'fin-without-close',
  'data-after-fin',
  'fin-not-counted-own',
  'retransmit-too-early',
  'ack-of-ack',
  'ack-omitted',
  'leave-time-wait-early',
  'wrap-not-mod',
  'relative-absolute-mix',
  'seq-ack-swapped',
  'third-seq-x',
  'one-per-packet',
  'ack-consumes-number',
  'seq-not-advanced',
  'seq-from-peer',
  'ack-no-plus-one',
  'ack-plus-one-for-data',
  'ack-last-octet',
  'ack-across-gap',
  'ack-extra-one',
  'ack-own-number',
  'ack-stale',
  'limits-ignored',
];
