/** Turns headers and events into the words that the catalogue's sentences are made of. */
import type { Header } from '../../shared/game/event.ts';
import type { Role } from '../../shared/game/role.ts';
import type { SegmentWords } from '../../shared/i18n/catalogue.ts';
import { flagText } from '../art/flags.ts';
import { type Bases, type NumberForm, segmentNumbers } from './numbers.ts';

export function segmentWords(header: Header, from: Role, bases: Bases, form: NumberForm): SegmentWords {
  return {
    flags: flagText(header.flags),
    ...segmentNumbers(header, from, bases, form),
    len: header.len,
    text: header.text,
  };
}
