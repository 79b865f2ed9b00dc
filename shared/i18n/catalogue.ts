/**
 * Every text on the screen, as a type: a locale that lacks one does not compile. Texts with parameters are
 * functions. States, flags, variables and calls keep their RFC names in every language and are not in here.
 * Sentences about rules are in `tcp/clauses.ts`.
 */
import type { Clock, Judging } from '../game/command.ts';
import type { Role } from '../game/role.ts';
import type { Weather } from '../net/weather.ts';
import type { RefusalCode } from '../protocol/refusal.ts';
import type { Signal, State, TimerName } from '../tcp/state.ts';

type Names<Key extends string> = { readonly [key in Key]: string };

/** A segment as the texts name it: numbers are formatted already. `ack` is null where the ACK bit is off. */
export interface SegmentWords {
  readonly flags: string;
  readonly seq: string;
  readonly ack: string | null;
  readonly len: number;
  readonly text: string;
}

/** Rates are percentages, delays virtual milliseconds. */
export interface SeaWords {
  readonly loss: number;
  readonly duplication: number;
  readonly reordering: number;
  readonly least: number;
  readonly most: number;
}

/** A crossing: the names of the ends, when it began, and how it ended in words. */
export interface WayWords {
  readonly from: string;
  readonly to: string;
  readonly sent: string;
  readonly fate: string;
}

export interface Catalogue {
  readonly name: string;
  readonly title: string;
  readonly tagline: string;
  readonly skip: string;
  readonly role: Names<Role>;
  readonly you: string;
  readonly partner: string;
  /** A human, seen by neither end. */
  readonly player: string;
  readonly bot: string;
  /** It plays for a partner who is away. */
  readonly botFor: string;

  readonly start: {
    readonly bot: string;
    readonly botHint: string;
    readonly invite: string;
    readonly inviteHint: string;
    /** Instead of the ways to other people, where the page is played from a file host. */
    readonly noServer: string;
    readonly levels: string;
    readonly levelsHint: string;
    /** Links to what was learnt, and to today's three decisions. */
    readonly mastery: string;
    readonly daily: string;
    readonly join: string;
    readonly joinHint: string;
    readonly codeButton: string;
    readonly codeWrong: string;
    readonly options: string;
    readonly role: string;
    readonly closer: string;
    readonly weather: string;
    readonly clock: string;
    readonly drawn: string;
    readonly clockHint: Names<Clock>;
    readonly judging: string;
    readonly judgingHint: Names<Judging>;
    readonly standIn: string;
    readonly standInHint: string;
    /** `seconds`: null is never. */
    readonly standInAfter: (seconds: number | null) => string;
    readonly back: (code: string) => string;
    readonly chosen: (words: readonly string[]) => string;
    readonly picture: string;
  };
  readonly weather: Names<Weather>;
  readonly clock: Names<Clock>;
  readonly judging: Names<Judging>;
  readonly rates: (sea: SeaWords) => string;

  readonly room: {
    readonly title: string;
    readonly lead: string;
    readonly code: string;
    readonly link: string;
    readonly copy: string;
    readonly copied: string;
    readonly qr: string;
    readonly waits: string;
    readonly other: string;
  };

  readonly bar: {
    readonly room: (code: string) => string;
    readonly settings: string;
    readonly help: string;
    readonly library: string;
    readonly leave: string;
    readonly ladder: string;
    readonly language: string;
    readonly theme: string;
    readonly dark: string;
    readonly light: string;
    readonly system: string;
    readonly view: string;
    readonly harbour: string;
    readonly plain: string;
    readonly numbers: string;
    readonly absolute: string;
    readonly relative: string;
    readonly shortcuts: string;
    readonly shortcutsHint: string;
    readonly close: string;
  };

  readonly strait: {
    /** The canvas in words. */
    readonly picture: (client: string, server: string, boats: number) => string;
    readonly boats: string;
    readonly gate: { readonly open: string; readonly shut: string; readonly none: string };
    readonly none: string;
    readonly boat: (words: SegmentWords, from: string, percent: number) => string;
    readonly copy: string;
    readonly fog: string;
    readonly fogHint: string;
    readonly failed: string;
    readonly sea: string;
  };

  readonly logbook: {
    readonly title: string;
    readonly peer: string;
    readonly timers: string;
    readonly noTimers: string;
    readonly timer: Names<TimerName>;
    readonly left: (seconds: string) => string;
    readonly expired: string;
    readonly blank: string;
    readonly meaning: Names<
      'STATE' | 'ISS' | 'SND.UNA' | 'SND.NXT' | 'SND.WND' | 'IRS' | 'RCV.NXT' | 'RCV.WND' | 'SEG.SEQ' | 'SEG.ACK'
    >;
  };
  readonly state: Names<State>;

  readonly orders: {
    readonly title: string;
    readonly none: string;
    readonly done: string;
    readonly open: string;
    readonly octets: (count: number) => string;
  };
  readonly inbox: {
    readonly title: string;
    readonly none: string;
    readonly app: string;
    readonly nothing: string;
  };

  readonly due: {
    readonly title: string;
    readonly arrived: (words: SegmentWords) => string;
    /** By what OPEN asks for; `octets` are those of a Fast Open. */
    readonly open: { readonly [mode in 'active' | 'passive']: (octets: number) => string };
    readonly send: (text: string, octets: number) => string;
    readonly receive: string;
    readonly close: string;
    readonly abort: string;
    readonly expired: Names<TimerName>;
    readonly standstill: string;
    readonly nothing: string;
    readonly partner: string;
    readonly bot: string;
    /** The player keeps both ends, and looks at the one that is not asked. */
    readonly ownOther: string;
    readonly standing: string;
  };

  readonly composer: {
    readonly title: string;
    readonly send: string;
    readonly flags: string;
    readonly seq: string;
    readonly ack: string;
    readonly with: string;
    readonly nothing: string;
    readonly again: string;
    readonly payload: string;
    /** "the first [536] of 600 octets" */
    readonly first: string;
    readonly of: (octets: string) => string;
    readonly octets: (count: number) => string;
    readonly button: (flags: string) => string;
    readonly buttonData: string;
    readonly wait: string;
    readonly sending: string;
    /** Read out at what a hint has marked. */
    readonly pointed: string;
    readonly into: string;
    readonly chips: string;
    readonly plus: string;
    readonly minus: string;
    readonly blank: string;
    readonly problem: Names<'blank' | 'notNumber' | 'outside' | 'noBase'>;
  };

  readonly verdict: {
    readonly title: string;
    /** Over the card of a Wait that was wrong. */
    readonly waitTitle: string;
    /** The same in a free match, where the move has been done. */
    readonly sailedTitle: string;
    /** Over the card of who waits too long. */
    readonly lateTitle: string;
    readonly waitedTitle: string;
    readonly field: Names<'move' | 'flags' | 'seq' | 'ack' | 'payload'>;
    readonly given: string;
    readonly wanted: string;
    readonly section: (section: string) => string;
    readonly blank: string;
    readonly noFlags: string;
    readonly nothing: string;
    readonly send: string;
    readonly wait: string;
    readonly consequence: string;
    /** The marks of the sentence "field: given, wanted." */
    readonly marks: Names<'colon' | 'comma' | 'stop'>;
    /** Before the sentence of the rule that was broken, where the card has said what the player may believe. */
    readonly rule: string;
    /** A misconception's name, before its sentence. */
    readonly belief: (name: string) => string;
    /** Before the other moves that would have been right. */
    readonly also: string;
    /** One of them without its numbers, which the player is to find. */
    readonly kind: (flags: string, octets: number) => string;
    readonly dismiss: string;
    /** Octets `from` to `to`, counted from 1. */
    readonly octets: (from: number, to: number) => string;
  };

  /** What a refused move would have done; `roomLead` where the far end stays hidden. */
  readonly ghost: Names<'title' | 'lead' | 'roomLead' | 'silence' | 'over' | 'back'>;

  readonly ladder: {
    readonly title: string;
    readonly log: string;
    readonly empty: string;
    readonly pause: (span: string) => string;
    readonly lost: string;
    readonly duplicate: string;
    readonly again: string;
    readonly broke: string;
    readonly arrows: string;
    readonly svg: string;
    readonly png: string;
    readonly print: string;
    readonly sentence: (words: SegmentWords, way: WayWords) => string;
    readonly fate: {
      readonly arrived: (at: string) => string;
      readonly lost: (at: string) => string;
      readonly underWay: string;
    };
  };

  /** A header in the rows of RFC 9293, Figure 1. */
  readonly header: {
    readonly title: string;
    readonly card: string;
    readonly form: string;
    readonly decimal: string;
    readonly hex: string;
    readonly binary: string;
  };

  /** The state diagram. `sends`: what is sent then, or ''. */
  readonly diagram: {
    readonly title: string;
    readonly whose: string;
    readonly onward: string;
    readonly sends: (flags: string) => string;
    readonly call: (name: string, sends: string) => string;
    readonly rcv: (flags: string, sends: string) => string;
    readonly ackOf: (flag: string, sends: string) => string;
    readonly timeout: string;
    readonly reset: string;
  };

  readonly event: {
    readonly started: string;
    readonly sent: (who: string, words: SegmentWords, again: boolean) => string;
    readonly duplicated: (who: string, words: SegmentWords) => string;
    readonly lost: (who: string, words: SegmentWords) => string;
    readonly arrived: (who: string, words: SegmentWords) => string;
    readonly called: (who: string, call: string, text: string, octets: number) => string;
    readonly expired: (who: string, timer: string) => string;
    readonly changed: (who: string, from: string, to: string) => string;
    readonly ignored: (who: string, words: SegmentWords | null, why: string) => string;
    readonly delivered: (who: string, text: string, octets: number) => string;
    readonly signalled: (who: string, signal: string) => string;
    readonly waited: (who: string) => string;
    readonly standIn: (who: string) => string;
    readonly handBack: (who: string) => string;
    readonly also: (who: string, moves: readonly string[]) => string;
    readonly late: (who: string, why: string) => string;
    readonly broke: (who: string, what: string, why: string) => string;
    readonly refused: (who: string, what: string, why: string) => string;
    readonly finished: (closed: boolean) => string;
    readonly signal: Names<Signal>;
    readonly someSegment: string;
  };

  readonly end: {
    /** As it should; with broken rules on the way; with an end that is not CLOSED. */
    readonly title: Names<'closed' | 'broken' | 'stuck'>;
    readonly lead: Names<'closed' | 'broken' | 'stuck'>;
    /** Where an end stands that is not CLOSED, as a sentence. */
    readonly stands: (who: string, state: string) => string;
    readonly counts: string;
    readonly sent: string;
    readonly lost: string;
    readonly twice: string;
    readonly again: string;
    readonly refused: string;
    readonly broken: string;
    readonly time: string;
    readonly refusedTitle: string;
    readonly brokenTitle: string;
    /** Instead of a move. */
    readonly late: string;
    readonly noneRefused: string;
    /** Moves that were right where others would have been right as well. */
    readonly alsoTitle: string;
    readonly alsoLead: string;
    readonly tcbs: string;
    readonly path: string;
    readonly rematch: string;
    readonly replay: string;
    readonly rematchAsked: string;
    readonly partnerAsks: string;
    readonly home: string;
    readonly seconds: (count: string) => string;
    readonly move: (words: SegmentWords) => string;
    readonly waited: string;
  };

  readonly banner: {
    readonly connecting: string;
    readonly offline: string;
    readonly closing: string;
    /** `seconds`: until the bot takes over; null: it does not. */
    readonly away: (seconds: number | null) => string;
    readonly standIn: string;
    readonly left: string;
    readonly relieved: string;
    readonly saving: string;
    readonly asking: string;
    readonly superseded: string;
    readonly supersededLead: string;
    readonly takeBack: string;
  };

  readonly problem: {
    readonly title: string;
    readonly home: string;
    readonly retry: string;
    readonly loading: string;
    readonly fetching: string;
    readonly timeout: string;
    readonly refusal: Names<RefusalCode>;
  };

  readonly help: {
    readonly title: string;
    readonly lead: string;
    /** Goes on after the library's name, which is a link. */
    readonly library: string;
    readonly keys: string;
    readonly key: Names<
      | 'flags'
      | 'seq'
      | 'ack'
      | 'payload'
      | 'chips'
      | 'step'
      | 'send'
      | 'wait'
      | 'ladder'
      | 'numbers'
      | 'plain'
      | 'help'
      | 'leave'
    >;
    readonly flagsTitle: string;
    readonly flag: Names<'SYN' | 'ACK' | 'FIN' | 'RST' | 'PSH' | 'URG'>;
    readonly picture: string;
    readonly pictureLines: readonly string[];
  };
}
