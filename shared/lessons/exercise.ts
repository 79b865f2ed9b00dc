/** The form of an exam exercise: its numbers, what is asked for, and how an answer is held against it. */
import { toSeq } from '../seq.ts';
import { stateOf } from './search.ts';

/** The numbers of each exercise, as its question names them. */
export interface ExamNumbers {
  readonly 'count-octets': { readonly seq: number; readonly first: number; readonly second: number };
  readonly 'answer-syn': { readonly x: number };
  readonly gap: { readonly seq: number; readonly first: number; readonly second: number; readonly third: number };
  readonly swap: { readonly seq: number; readonly ack: number; readonly octets: number };
  readonly 'third-ack': { readonly x: number; readonly y: number };
  readonly 'octets-by-fin': { readonly x: number; readonly fin: number };
  /** 0: the active closer at the end; 1: the passive one after its FIN; 2: after the ACK of the first FIN; 3: both at once. */
  readonly 'state-after': { readonly which: number };
  readonly 'window-range': { readonly seq: number; readonly octets: number; readonly wnd: number };
  readonly 'close-times': { readonly rtt: number; readonly msl: number };
  readonly 'request-times': { readonly rtt: number };
  readonly 'data-on-syn': { readonly octets: number };
  readonly 'flag-count': null;
  readonly 'server-state': { readonly x: number };
  readonly 'fewest-waves': null;
}
export type ExerciseId = keyof ExamNumbers;

export const topics = ['open', 'close', 'data', 'odd'] as const;
export type Topic = (typeof topics)[number];

/** `number`: a number; `bit`: 0 or 1; `state`: a state in any spelling; `yes`: yes or no. */
export type FieldKind = 'number' | 'bit' | 'state' | 'yes';
export interface Field {
  /** What stands beside the box: an RFC name, or a unit's place, told by the texts. */
  readonly name: string;
  readonly kind: FieldKind;
  /** What the exam wants. */
  readonly textbook: string;
  /** What RFC 9293 says; mostly the same. */
  readonly rfc: string;
}

/** `textbook`, `rfc`: right by that one only; the other one is shown beside it. */
export type Mark = 'right' | 'textbook' | 'rfc' | 'wrong';

/** Holds what was typed against a field. */
export function markField({ kind, textbook, rfc }: Field, typed: string): Mark {
  const said = readAnswer(kind, typed);
  if (said === null) return 'wrong';
  if (said === textbook) return said === rfc ? 'right' : 'textbook';
  return said === rfc ? 'rfc' : 'wrong';
}

/** In an exam the textbook's answer counts, and so does the RFC's. */
export const counts = (mark: Mark): boolean => mark !== 'wrong';

function readAnswer(kind: FieldKind, typed: string): string | null {
  const word = typed.normalize('NFKC').trim().toLowerCase().replaceAll(/[\s,]/g, '');
  switch (kind) {
    case 'number': {
      const digits = /^\d{1,10}(?=(?:ms|毫秒)?$)/.exec(word)?.[0];
      return digits === undefined ? null : String(Number(digits));
    }
    case 'bit':
      return word === '0' || word === '1' ? word : null;
    case 'state':
      return stateOf(typed);
    case 'yes':
      return ['yes', 'y', '是', '能', '可以'].includes(word)
        ? 'yes'
        : ['no', 'n', '否', '不能', '不可以'].includes(word)
          ? 'no'
          : null;
  }
}

/** A field that textbook and RFC agree on. */
export const same = (name: string, kind: FieldKind, answer: number | string): Field => ({
  name,
  kind,
  textbook: String(answer),
  rfc: String(answer),
});

/** Modulo 2^32. */
export const wrapped = (value: number): number => toSeq(value);
