/** The words around the labs: bar, capture, packet details, report, result. Names of fields are Wireshark's. */
import type { Role } from '../../game/role.ts';
import type { NumberForm } from '../../lessons/lab/dissect/tcp.ts';
import type { LabHintStep } from '../../lessons/texts/labTexts.ts';

type Names<Key extends string> = { readonly [key in Key]: string };

export interface LabPageCatalogue {
  readonly intro: {
    /** The experiment at one's own computer. */
    readonly own: string;
    readonly parts: string;
    readonly three: (seconds: number) => string;
    readonly two: (seconds: number) => string;
    readonly one: string;
  };
  readonly views: { readonly label: string } & Names<'capture' | 'report'>;
  readonly bar: Names<'clockStands' | 'save'>;

  readonly filter: {
    readonly label: string;
    readonly placeholder: string;
    readonly apply: string;
    readonly clear: string;
    readonly examples: string;
    /** How many of how many packets are shown. */
    readonly shown: (shown: number, all: number) => string;
  };
  readonly list: {
    readonly title: string;
    readonly columns: Names<'number' | 'time' | 'source' | 'destination' | 'protocol' | 'length' | 'info'>;
    readonly numbers: string;
    readonly form: { readonly [form in NumberForm]: string };
    readonly choose: (number: number) => string;
    readonly none: string;
  };
  readonly details: {
    readonly title: string;
    readonly none: string;
    readonly expand: string;
    readonly collapse: string;
    /** Where a line stands in the frame; octets are counted from 0. */
    readonly octets: (first: number, last: number) => string;
    readonly computed: string;
    readonly asFilter: string;
    readonly follow: string;
    readonly noStream: string;
  };
  readonly bytes: {
    readonly title: string;
    readonly hint: string;
    /** One octet, for those who hear it. */
    readonly octet: (at: number, hex: string, field: string) => string;
  };
  readonly follow: {
    readonly title: (stream: number) => string;
    readonly by: { readonly [role in Role]: string };
    readonly said: (octets: number, packets: number) => string;
    readonly all: (client: number, server: number) => string;
    readonly silent: string;
    readonly note: string;
  };

  readonly report: {
    readonly title: string;
    readonly done: string;
    readonly check: string;
    readonly next: (title: string) => string;
    readonly toResult: string;
    readonly tally: (right: number, wrong: number, open: number) => string;
    readonly right: string;
    readonly wrong: string;
    /** Before the reason: the statement is true, or not. */
    readonly holds: string;
    readonly holdsNot: string;
    readonly row: (row: number) => string;
    readonly segment: string;
    /** One field of a table, for those who hear it. */
    readonly cell: (row: number, column: string) => string;
    readonly noMeaning: string;
    readonly partDone: string;
    readonly goodFilters: string;
    readonly aboutFilters: string;
    readonly followed: string;
    readonly help: {
      readonly title: string;
      readonly more: { readonly [step in Exclude<LabHintStep, 1>]: string };
      readonly free: string;
      readonly atMost: (stars: string) => string;
    };
  };
  readonly header: {
    readonly title: (which: number) => string;
    readonly hint: Names<'values' | 'octets' | 'bare'>;
    readonly marked: (octets: string) => string;
    readonly nothingMarked: string;
    readonly bits: string;
    readonly more: (field: string) => string;
    readonly field: string;
    readonly confirm: (field: string) => string;
    /** The flag octets of the headers before. */
    readonly known: string;
    readonly wire: string;
    readonly asWireshark: string;
    readonly flagsOf: (octet: string) => string;
  };
  readonly practice: Names<'title' | 'lead' | 'again'>;
  readonly result: {
    readonly won: string;
    readonly oneWrong: string;
    readonly moreWrong: (count: number) => string;
    readonly clean: (seconds: string, limit: number) => string;
    readonly slow: (seconds: string, limit: number) => string;
    readonly verySlow: (seconds: string, limit: number) => string;
    readonly mistakes: string;
    readonly times: (count: number) => string;
    readonly save: string;
    readonly saveHint: string;
    readonly own: string;
  };
}
