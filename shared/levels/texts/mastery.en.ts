/** Mistakes and mastery in English. */
import type { MasteryTexts } from './masteryTexts.ts';

const count = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const times = (n: number): string => (n === 1 ? 'once' : `${count(n)} in a row`);
const levels = (n: number): string => (n === 1 ? 'one level' : n === 2 ? 'two levels' : `${n} levels`);
const days = (n: number): string => (n === 0 ? 'one day' : 'different days');

export const masteryEn: MasteryTexts = {
  names: {
    'syn-forgotten': 'SYN forgotten',
    'ack-on-first-syn': 'ACK on the first SYN',
    'bad-synack-accepted': 'wrong SYN,ACK accepted',
    'syn-on-third': 'SYN on the third segment',
    'synack-without-syn': 'SYN,ACK without SYN',
    'synack-without-ack': 'SYN,ACK without ACK',
    'isn-copied': 'the peer’s ISN copied',
    'new-isn-on-retransmit': 'new ISN on a retransmission',
    'data-before-established': 'data before ESTABLISHED',
    rehandshake: 'a second handshake',
    'reply-to-rst': 'an answer to a reset',
    'rst-wrong-numbers': 'wrong numbers on a reset',
    'rst-instead-of-ack': 'RST where ACK is due',
    'fin-without-ack': 'FIN without ACK',
    'ack-flag-vs-number': 'ACK flag and ack number mixed up',
    'ack-flag-missing': 'ACK flag missing',
    'fin-too-early': 'FIN before the last data',
    'fin-without-close': 'FIN without CLOSE',
    'data-after-fin': 'data after FIN',
    'fin-not-counted-own': 'own FIN not counted',
    'retransmit-too-early': 'retransmission too early',
    'ack-of-ack': 'ACK of a pure ACK',
    'ack-omitted': 'ACK left out',
    'leave-time-wait-early': 'TIME-WAIT left early',
    'wrap-not-mod': '2^32 not subtracted',
    'relative-absolute-mix': 'relative number on the wire',
    'seq-ack-swapped': 'seq and ack swapped',
    'third-seq-x': 'own SYN not counted',
    'one-per-packet': 'one number per segment',
    'ack-consumes-number': 'a number for a pure ACK',
    'seq-not-advanced': 'seq not moved on',
    'seq-from-peer': 'the peer’s numbers in seq',
    'ack-no-plus-one': 'SYN or FIN not counted in ack',
    'ack-plus-one-for-data': 'ack = seq + 1 for data',
    'ack-last-octet': 'ack of the last octet',
    'ack-across-gap': 'ack across a gap',
    'ack-extra-one': 'one too many in ack',
    'ack-own-number': 'own numbers in ack',
    'ack-stale': 'an old ack',
    'limits-ignored': 'MSS or window ignored',
  },
  grey: ({ name }) => `You have not met ‘${name}’ yet.`,
  red: ({ name, clean }) =>
    `You made the mistake ‘${name}’ in one of your last three chances${clean === 0 ? '' : `, and avoided it ${count(clean)} since`}.`,
  begun: ({ name }) => `You have met ‘${name}’, but never yet got it right at once and without help.`,
  amber: ({ name, clean, levels: n, days: span, lack }) => {
    const others = [...(lack.level ? ['in another level'] : []), ...(lack.day ? ['on another day'] : [])];
    const still = `${count(lack.times)} more${others.length === 0 ? '' : `, ${others.join(' and ')}`}`;
    return `You avoided ‘${name}’ ${times(clean)}, in ${levels(n)}, on ${days(span)}; to master it: ${still}.`;
  },
  green: ({ name, clean, levels: n }) => `You avoided ‘${name}’ ${times(clean)} in ${levels(n)}, on different days.`,
};
