/**
 * The rules that the engine follows, each with its place in the RFC and one sentence in each language. Tests,
 * judge and screens all speak from this list.
 */
import type { Clause } from './clause.ts';

const table = {
  'syn-first': {
    section: '9293 3.10.1',
    requirement: null,
    en: 'An active OPEN sends a SYN that carries the own initial sequence number.',
    'zh-CN': '主动 OPEN 首先发送 SYN,其中带有本端的初始序号。',
  },
} as const satisfies { readonly [id: string]: Clause };

export type ClauseId = keyof typeof table;
export const clauses: { readonly [id in ClauseId]: Clause } = table;
