/** Screens that only say something: finding the seat, taken over by another tab, did not work. */
import { goHome, openRoom } from '../state/seat.ts';
import { t } from '../state/settings.ts';
import type { Problem } from '../state/store.ts';
import { problemText } from './banners.tsx';

/** `says` instead of "finding your seat". */
export function Entering({ says }: { readonly says?: string }) {
  return (
    <main class="notice" id="main" aria-busy="true">
      <span class="pulse" aria-hidden="true" />
      <p class="lead" role="status">
        {says ?? t.value.problem.loading}
      </p>
      <button type="button" class="button quiet" onClick={goHome}>
        {t.value.problem.home}
      </button>
    </main>
  );
}

export function Superseded({ code }: { readonly code: string }) {
  const { banner } = t.value;
  return (
    <main class="notice" id="main">
      <h1>{banner.superseded}</h1>
      <p class="lead">{banner.supersededLead}</p>
      <button type="button" class="button accent" onClick={() => openRoom(code)}>
        {banner.takeBack}
      </button>
      <button type="button" class="button quiet" onClick={goHome}>
        {t.value.problem.home}
      </button>
    </main>
  );
}

export function Failed({ code, why }: { readonly code: string | null; readonly why: Problem }) {
  const { problem } = t.value;
  return (
    <main class="notice" id="main">
      <h1>{problem.title}</h1>
      <p class="lead" role="alert">
        {problemText(why)}
      </p>
      <button type="button" class="button accent" onClick={goHome}>
        {problem.home}
      </button>
      {code !== null && (
        <button type="button" class="button quiet" onClick={() => openRoom(code)}>
          {problem.retry}
        </button>
      )}
    </main>
  );
}
