/** The teller of a session: the language, the bases and the flights that sentences need. */
import { locale, t } from '../state/settings.ts';
import type { Session } from '../state/session.ts';
import type { NumberForm } from '../text/numbers.ts';
import type { Teller } from '../text/tell.ts';

export const teller = (now: Session, form: NumberForm): Teller => ({
  t: t.value,
  locale: locale.value,
  bases: now.bases,
  form,
  flight: (id) => now.flights.get(id) ?? null,
});
