/** Which labels of a mistake are as good as the intended one. */
import type { MisconceptionId } from '../../../shared/judge/misconceptions.ts';

/** Labels that tell a player the same thing from another side. */
export const neighbours: { readonly [id in MisconceptionId]?: readonly MisconceptionId[] } = {
  'syn-on-third': ['rehandshake'],
  'isn-copied': ['new-isn-on-retransmit'],
  'reply-to-rst': ['ack-of-ack'],
  'ack-of-ack': ['reply-to-rst'],
  'data-after-fin': ['reply-to-rst'],
  'rst-instead-of-ack': ['leave-time-wait-early'],
  'leave-time-wait-early': ['rst-instead-of-ack', 'reply-to-rst'],
  'ack-flag-vs-number': ['ack-flag-missing'],
  'fin-without-ack': ['ack-flag-vs-number'],
  'third-seq-x': ['seq-not-advanced', 'fin-not-counted-own'],
  'fin-not-counted-own': ['seq-not-advanced', 'third-seq-x'],
  'seq-not-advanced': ['third-seq-x', 'fin-not-counted-own'],
  'one-per-packet': ['ack-consumes-number', 'seq-not-advanced'],
  'ack-no-plus-one': ['ack-last-octet', 'ack-stale'],
  'ack-plus-one-for-data': ['ack-last-octet', 'ack-stale', 'ack-across-gap'],
  'ack-last-octet': ['ack-plus-one-for-data', 'ack-no-plus-one', 'ack-stale'],
  'ack-extra-one': ['ack-plus-one-for-data'],
  'ack-stale': ['ack-no-plus-one', 'ack-last-octet', 'ack-plus-one-for-data'],
  'seq-from-peer': ['seq-ack-swapped'],
  'ack-own-number': ['seq-ack-swapped'],
};
