/** The capture of a film, with the refused moves as comments. */
import type { Told } from '../../shared/game/event.ts';
import { type Film, lastFrame } from '../../shared/game/film.ts';
import { openView } from '../../shared/game/see.ts';
import { captureFileOf } from '../../shared/game/taps.ts';
import type { Octets } from '../../shared/octets.ts';
import { rt } from '../state/replayWords.ts';
import { locale } from '../state/settings.ts';
import { fromSnapshot } from '../state/session.ts';
import { reasonOf } from '../text/reason.ts';
import { moveWords } from '../text/tell.ts';
import { teller } from '../ui/teller.ts';
import { snapshotOf } from './projector.ts';

/** As octets of a .pcapng file, as if the match had begun at `start` (milliseconds since 1970). */
export function captureOf(film: Film, start: number): Octets {
  const { file } = rt.value;
  const whole = fromSnapshot(snapshotOf(film, film.length - 1, 0, ''), null);
  const speaker = teller(whole, 'absolute');
  const comment = (event: Told): string | null =>
    event.type === 'refused'
      ? file.refused(moveWords(event.move, event.host, speaker), reasonOf(event.verdict, locale.value).sentence)
      : null;
  return captureFileOf(film, {
    start: { seconds: Math.floor(start / 1000), nanos: (start % 1000) * 1_000_000 },
    about: [file.about, file.filter],
    comment,
  });
}

/** What the file is called: who ended how, so that ten of them can be told apart. */
export function captureName(film: Film): string {
  const { own, peer, now } = openView(lastFrame(film).match);
  return `ackward-bound-${own?.tcb.state ?? ''}-${peer?.tcb.state ?? ''}-${Math.round(now)}ms.pcapng`.toLowerCase();
}
