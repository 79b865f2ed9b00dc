/** The machines of the library: what each is about, and where else the same thing is met. */
import type { LevelId } from '../levels/ids.ts';
import type { CardId } from './cards.ts';
import type { PageId } from './pages.ts';

export const machineIds = ['two-way', 'who-knows', 'half-close', 'time-wait', 'isn', 'flood'] as const;
export type MachineId = (typeof machineIds)[number];

export interface Machine {
  /** As in `tcp/clauses.ts`: '9293 3.5'. */
  readonly section: string;
  /** What people type to find it, beside its title. */
  readonly names: readonly string[];
  readonly cards: readonly CardId[];
  readonly pages: readonly PageId[];
  /** The levels that ask the same "why". */
  readonly levels: readonly LevelId[];
  readonly en: MachineHead;
  readonly 'zh-CN': MachineHead;
}

export interface MachineHead {
  /** At most 40 characters. */
  readonly title: string;
  /** Why one would turn it. */
  readonly lead: string;
}

export const machines: { readonly [id in MachineId]: Machine } = {
  'two-way': {
    section: '9293 3.5, figure 8',
    names: ['two-way handshake', '两次握手', 'why three', '为什么三次握手', 'delayed SYN', '失效的连接请求'],
    cards: ['why-three-not-two', 'three-test-the-line', 'deadlock-after-lost-answer', 'both-established-on-sending'],
    pages: ['three-way-handshake', 'old-duplicates', 'state-syn-received', 'flag-rst', 'half-open'],
    levels: ['odd-03-old-duplicate-syn', 'loss-03-third-ack-lost', 'loss-04-dup-syn'],
    en: {
      title: 'Two segments or three?',
      lead: 'Ask, and be answered: two segments seem enough. Hold a SYN back, and let it arrive when nobody wants it any more.',
    },
    'zh-CN': {
      title: '两次握手行不行？',
      lead: '问一句、答一句，两次似乎就够了。请扣住一个 SYN，等没人要它的时候再放行。',
    },
  },
  'who-knows': {
    section: '9293 3.4.1, 3.5',
    names: ['why not four', 'who knows', '谁知道什么', '为什么不是四次握手', '收发能力'],
    cards: ['why-three-not-four', 'three-test-the-line', 'why-three-not-two', 'why-syn-comes-back'],
    pages: ['three-way-handshake', 'state-syn-received', 'state-established', 'flag-syn', 'simultaneous-open'],
    levels: ['est-04-full-3whs', 'est-03-third-ack', 'loss-02-synack-lost'],
    en: {
      title: 'Who knows what?',
      lead: 'A segment that arrives proves something, but only to the one who receives it. Mark after each of the three who can be sure of what.',
    },
    'zh-CN': {
      title: '谁知道了什么？',
      lead: '报文段到达就证明了一些事，但只有收到的一方知道。三次握手每到达一次，请标出谁能确定什么。',
    },
  },
  'half-close': {
    section: '9293 3.6, figure 12',
    names: ['four-way close', 'why four', '为什么四次挥手', 'shutdown', '半关闭', '三次挥手'],
    cards: ['why-four-not-three', 'four-because-acks-cannot-merge', 'passive-side-may-send', 'read-first-then-write'],
    pages: [
      'four-wave-close',
      'half-close',
      'state-close-wait',
      'state-fin-wait-2',
      'calls-close-shutdown',
      'simultaneous-close',
    ],
    levels: ['close-02-four-way', 'close-03-half-close', 'close-04-three-segments', 'odd-06-simultaneous-close'],
    en: {
      title: 'Two directions, closed one by one',
      lead: 'A connection is two one-way streets. Whoever sends in one closes it, and the other end confirms. Both applications are yours: close them in any order.',
    },
    'zh-CN': {
      title: '两个方向，先后关闭',
      lead: '一条连接是两条单行道：谁发送就由谁关闭，对方要确认。两端的应用都归你：先关哪边都行。',
    },
  },
  'time-wait': {
    section: '9293 3.6.1, 3.4.3; 1337 2',
    names: ['2MSL', 'TIME_WAIT', 'why 2MSL', '为什么等 2MSL', 'last ACK lost', 'old duplicate'],
    cards: ['why-two-msl', 'two-msl-guarantees', 'msl-is-two-minutes', 'why-many-time-waits', 'why-syn-in-time-wait'],
    pages: ['two-msl', 'state-time-wait', 'timer-time-wait', 'state-last-ack', 'attack-time-wait', 'isn-selection'],
    levels: ['close-06-last-ack-lost', 'atk-04-time-wait-assassin', 'exam-01-408-close-timing'],
    en: {
      title: 'Why 2MSL?',
      lead: 'Whoever closes first stays for two maximum segment lifetimes after all is done. Take that away, and see what it was good for.',
    },
    'zh-CN': {
      title: '为什么要等 2MSL？',
      lead: '先关闭的一方办完一切之后，还要停留两个最大报文段寿命。把这段等待拿掉，看看会出什么事。',
    },
  },
  isn: {
    section: '9293 3.4.1; 6528 3',
    names: ['ISN machine', 'initial sequence number', '初始序号', 'key', '密钥', 'clock', '时钟'],
    cards: ['why-isn-moves', 'isn-hash-needs-no-key', 'isn-is-random', 'numbers-are-independent'],
    pages: ['isn-selection', 'attack-isn-guessing', 'field-sequence-number', 'wrap-around'],
    levels: ['odd-01-refused-new-isn', 'est-01-first-syn', 'est-02-syn-ack'],
    en: {
      title: 'The ISN machine',
      lead: 'A first number should be new, so that old segments do not fit, and hard to guess, so that strangers do not. A clock does the first. What does the second?',
    },
    'zh-CN': {
      title: '初始序号机',
      lead: '第一个序号要新，旧报文段才对不上；要难猜，外人才混不进来。时钟管前一条，那后一条靠什么？',
    },
  },
  flood: {
    section: '4987 2, 3.6',
    names: ['SYN flood', 'SYN cookies', 'backlog', 'SYN 洪泛', '半连接队列', 'DDoS'],
    cards: ['why-cookies', 'three-way-stops-floods', 'syn-cannot-carry-data'],
    pages: ['attack-syn-flood', 'syn-cookies', 'state-listen', 'state-syn-received', 'field-options'],
    levels: ['atk-01-syn-cookies'],
    en: {
      title: 'A flood, and cookies',
      lead: 'A server keeps a place for each SYN that it answered, until the third segment comes. Send SYNs in the name of people who will never answer.',
    },
    'zh-CN': {
      title: 'SYN 洪泛与 Cookie',
      lead: '服务器每应答一个 SYN，就留一个位置等第三次握手。现在由你冒名发 SYN，被冒名的人永远不会回应。',
    },
  },
};

const about = (fits: (machine: Machine) => boolean): readonly MachineId[] =>
  machineIds.filter((id) => fits(machines[id]));

export const machinesOfCard = (card: CardId): readonly MachineId[] => about(({ cards }) => cards.includes(card));
export const machinesOfPage = (page: PageId): readonly MachineId[] => about(({ pages }) => pages.includes(page));
export const machinesOfLevel = (level: LevelId): readonly MachineId[] => about(({ levels }) => levels.includes(level));
