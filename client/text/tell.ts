/** One sentence for each thing that happened: the log, and what screen readers hear. */
import type { Header, Told } from '../../shared/game/event.ts';
import type { Move } from '../../shared/judge/move.ts';
import type { Catalogue, SegmentWords } from '../../shared/i18n/catalogue.ts';
import type { Locale } from '../../shared/protocol/locale.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import { assertNever } from '../../shared/result.ts';
import { clauses } from '../../shared/tcp/clauses.ts';
import { flagText } from '../art/flags.ts';
import { type Bases, type NumberForm, shownNumber } from './numbers.ts';
import { reasonOf } from './reason.ts';
import { shortText } from './short.ts';
import { segmentWords } from './words.ts';

export interface Teller {
  readonly t: Catalogue;
  readonly locale: Locale;
  readonly bases: Bases;
  readonly form: NumberForm;
  /** The header and the sender of a flight, where the story has told it. */
  readonly flight: (id: number) => { readonly header: Header; readonly from: Role } | null;
}

function wordsOf(id: number, teller: Teller): SegmentWords | null {
  const flight = teller.flight(id);
  return flight === null ? null : segmentWords(flight.header, flight.from, teller.bases, teller.form);
}

/** A move in words: 'SYN, seq 1 000' or 'wait'. */
export function moveWords(move: Move, role: Role, { t, bases, form }: Teller): string {
  if (move.type === 'wait') return t.end.waited;
  return t.end.move({
    flags: flagText(move.flags),
    seq: shownNumber(move.seq, bases[role], form),
    ack: move.ack === null ? null : shownNumber(move.ack, bases[otherRole(role)], form),
    len: move.payload?.length ?? 0,
    text: '',
  });
}

const nameless = (t: Catalogue): SegmentWords => ({
  flags: t.event.someSegment,
  seq: '?',
  ack: null,
  len: 0,
  text: '',
});

/** The sentence of an event. */
export function tell(event: Told, teller: Teller): string {
  const { t, locale, bases, form } = teller;
  const say = t.event;
  if (event.type === 'started') return say.started;
  if (event.type === 'finished') return say.finished(event.closed);
  const who = t.role[event.host];
  switch (event.type) {
    case 'sent':
      return say.sent(who, segmentWords(event.header, event.host, bases, form), event.retransmission);
    case 'duplicated':
      return say.duplicated(who, wordsOf(event.copyOf, teller) ?? nameless(t));
    case 'lost':
      return say.lost(who, wordsOf(event.flight, teller) ?? nameless(t));
    case 'arrived':
      return say.arrived(who, segmentWords(event.header, otherRole(event.host), bases, form));
    case 'called': {
      const { call, text, len } = event.call;
      return call === 'SEND' ? say.called(who, call, shortText(text), 0) : say.called(who, call, '', len);
    }
    case 'expired':
      return say.expired(who, t.logbook.timer[event.timer]);
    case 'changed':
      return say.changed(who, event.from, event.to);
    case 'ignored':
      return say.ignored(who, wordsOf(event.flight, teller), clauses[event.clause][locale]);
    case 'delivered':
      return say.delivered(who, shortText(event.text), event.len);
    case 'signalled':
      return say.signalled(who, say.signal[event.signal]);
    case 'waited':
      return say.waited(who);
    case 'also':
      return say.also(
        who,
        event.also.map((move) => moveWords(move, event.host, teller)),
      );
    case 'late':
      return say.late(who, reasonOf(event.verdict, locale).sentence);
    case 'broke':
      return say.broke(who, moveWords(event.move, event.host, teller), reasonOf(event.verdict, locale).sentence);
    case 'standIn':
      return event.begins ? say.standIn(who) : say.handBack(who);
    case 'refused':
      return say.refused(who, moveWords(event.move, event.host, teller), reasonOf(event.verdict, locale).sentence);
    default:
      return assertNever(event);
  }
}
