/** 错误与掌握程度的中文文字。 */
import type { MasteryTexts } from './masteryTexts.ts';

export const masteryZhCN: MasteryTexts = {
  names: {
    'syn-forgotten': '忘了 SYN',
    'ack-on-first-syn': '第一个 SYN 带了 ACK',
    'bad-synack-accepted': '接受了错误的 SYN+ACK',
    'syn-on-third': '第三次握手又置 SYN',
    'synack-without-syn': '第二次握手漏了 SYN',
    'synack-without-ack': '第二次握手漏了 ACK',
    'isn-copied': '照抄对方的初始序号',
    'new-isn-on-retransmit': '重传时换了初始序号',
    'data-before-established': '未建连就发数据',
    rehandshake: '重新握手',
    'reply-to-rst': '回应 RST',
    'rst-wrong-numbers': 'RST 的序号不对',
    'rst-instead-of-ack': '该回 ACK 却回 RST',
    'fin-without-ack': 'FIN 不带 ACK',
    'ack-flag-vs-number': '混淆 ACK 标志与确认号',
    'ack-flag-missing': '漏置 ACK',
    'fin-too-early': 'FIN 抢在数据前',
    'fin-without-close': '应用没关就发 FIN',
    'data-after-fin': 'FIN 之后又发数据',
    'fin-not-counted-own': '自己的 FIN 没算序号',
    'retransmit-too-early': '重传太早',
    'ack-of-ack': '确认了纯 ACK',
    'ack-omitted': '该确认却没确认',
    'leave-time-wait-early': '提前离开 TIME-WAIT',
    'wrap-not-mod': '没有减去 2^32',
    'relative-absolute-mix': '误用相对序号',
    'seq-ack-swapped': '序号与确认号填反',
    'third-seq-x': '自己的 SYN 没算序号',
    'one-per-packet': '按报文段数编号',
    'ack-consumes-number': '给纯 ACK 算了序号',
    'seq-not-advanced': '序号没有前移',
    'seq-from-peer': '序号接着对方数',
    'ack-no-plus-one': '确认号漏算 SYN 或 FIN',
    'ack-plus-one-for-data': '数据也按 seq+1 确认',
    'ack-last-octet': '确认了最后一个字节',
    'ack-across-gap': '越过缺口确认',
    'ack-extra-one': '确认号多加了 1',
    'ack-own-number': '确认了自己的序号',
    'ack-stale': '用了旧的确认号',
    'limits-ignored': '无视 MSS 或窗口',
  },
  grey: ({ name }) => `你还没有遇到过“${name}”。`,
  red: ({ name, clean }) => `最近三次机会里，你犯过“${name}”这个错误${clean === 0 ? '' : `，之后避开了 ${clean} 次`}。`,
  begun: ({ name }) => `你遇到过“${name}”，但还没有不靠提示一次做对过。`,
  amber: ({ name, clean, levels, days, lack }) => {
    const row = clean === 1 ? '避开过一次' : `在 ${levels} 关里连续 ${clean} 次避开`;
    const when = clean === 1 ? '' : days === 0 ? '，都在同一天' : '，不在同一天';
    const where = [...(lack.level ? ['换一关'] : []), ...(lack.day ? ['换一天'] : [])];
    const still = `${lack.times} 次${where.length === 0 ? '' : `（要${where.join('、')}）`}`;
    return `你已${row}“${name}”${when}；还差 ${still}。`;
  },
  green: ({ name, clean, levels }) => `你已在 ${levels} 关里、不同的日子连续 ${clean} 次避开“${name}”。`,
};
