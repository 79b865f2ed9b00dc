/** 做决定时的提示，中文。 */
import type { HintTexts } from './hintTexts.ts';

export const hintsZhCN: HintTexts = {
  and: '；',
  arrived: (segment) => `收到 ${segment}`,
  called: {
    OPEN: () => '应用调用了 OPEN',
    SEND: (octets) => `应用要发送 ${octets} 字节`,
    RECEIVE: () => '应用读走了已到达的数据',
    CLOSE: () => '应用调用了 CLOSE',
    ABORT: () => '应用调用了 ABORT',
  },
  expired: {
    retransmission: '重传计时器到期',
    persist: '持续计时器到期，该探测窗口了',
    delayedAck: '延迟确认的时间到了',
    timeWait: '2MSL 已满',
    user: '应用等不下去了',
  },
  look: (what) => `看看发生了什么：${what}。`,
  thenLook: '再看看自己的状态和各个序号。',
  askState: (state) => `你处于 ${state}。在这个状态下可以发什么？`,
  ask: {
    arrived: [
      '刚收到的是什么：哪些标志，序号多少，带几个字节？',
      '它占用了哪些序号？只有数据字节、SYN 和 FIN 才占序号。',
      '其中有没有必须马上告诉对方“已收到”的内容？',
    ],
    called: ['应用要求做什么？', '在你自己的编号上，下一个序号是多少？'],
    expired: ['你发过的内容里，哪些还没有被确认？', '再发一次时，它的序号会变吗？'],
  },
  where: (section) => `出处：RFC ${section.replace(' ', ' 第 ')} 节。`,
  partial: (flags) => `要置的标志：${flags}。`,
  partialOctets: (octets) => `带 ${octets} 字节数据。`,
  numbersLeft: '序号和确认号请自己算。',
  partialWait: '现在不欠任何报文段。除了发送，还能做什么？',
  exampleSituation: (numbers) => `同样的情形，换一组数：${numbers}。`,
  exampleArrived: (segment) => `收到 ${segment}。`,
  exampleSends: (segment) => `正确的一步：${segment}。`,
  exampleWait: '没有必须回应的内容，现在也没有可发的内容。正确的一步：等待。',
  seqFrom: {
    ISS: (seq) => `seq = ${seq}：SYN 永远站在 ISS 上。`,
    'SND.NXT': (seq) => `seq = ${seq}：也就是 SND.NXT，自己编号上的下一个。`,
    'SND.UNA': (seq) => `seq = ${seq}：重传不换序号，仍是 SND.UNA。`,
    'SEG.ACK': (seq) => `seq = ${seq}：RST 的序号取自来段的确认号。`,
    zero: () => 'seq = 0：来段没有确认号可取。',
  },
  ackCounted: (seq, uses, ack) => `ack = ${seq} + ${uses} = ${ack}：对方的序号加上它占用的个数。`,
  ackUnmoved: (ack) => `ack = ${ack}：也就是 RCV.NXT，没有变化。`,
  nowYou: '现在换成你的数，再做一遍。',
  reasoning: '已经试了三次，这一步没有分可扣了。完整的推理在这里，请亲手填一遍。',
};
