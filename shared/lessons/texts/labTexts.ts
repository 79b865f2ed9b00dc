/** What a locale must say about the labs. */
import type { FieldName } from '../lab/dissect/fields.ts';
import type { FilterError } from '../lab/filter/filterError.ts';
import type { FilterMark, Part, ReadField } from '../lab/labs.ts';
import type { LabQuestion, StatementOf } from '../lab/questions.ts';
import type { FlagSlip, Slip } from '../lab/slip.ts';

/** Parts in which help can be asked for: the free question, the rule, an example. */
export type HelpedPart = Exclude<Part, 'filter' | 'follow' | 'questions'>;
export type LabHintStep = 1 | 2 | 4;

export interface LabTexts {
  /** The steps of the experiment, as they are done at one's own computer. */
  readonly steps: readonly string[];
  readonly parts: { readonly [part in Part]: { readonly title: string; readonly task: string } };
  readonly hints: { readonly [part in HelpedPart]: { readonly [step in LabHintStep]: string } };
  /** What is wrong with an answer, one sentence or two. `field`: the name of a header field. */
  readonly slip: {
    readonly [type in Exclude<Slip['type'], 'flag'>]: (slip: Extract<Slip, { readonly type: type }>) => string;
  };
  readonly flagSlip: { readonly [which in FlagSlip]: string };
  /** Names of the header fields that are asked. */
  readonly header: { readonly [field in ReadField | 'reserved' | 'checksum' | 'urgent-pointer' | 'options']: string };
  readonly filter: { readonly [mark in FilterMark | 'none']: (packets: number) => string };
  readonly filterError: {
    readonly [type in FilterError['type']]: (error: Extract<FilterError, { readonly type: type }>) => string;
  };
  readonly questions: {
    readonly [question in LabQuestion]: {
      readonly ask: string;
      /** `why`: why it holds, or why not. */
      readonly statements: {
        readonly [statement in StatementOf<question>]: { readonly says: string; readonly why: string };
      };
    };
  };
  /** What a line of the packet details is, in a few words. */
  readonly gloss: { readonly [name in FieldName]?: string };
}
