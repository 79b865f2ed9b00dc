/** The first screen: four ways in, no name and no account. */
import { useSignal } from '@preact/signals';
import { isStatic } from '../state/address.ts';
import { codeIn } from '../state/roomCode.ts';
import { create, goToLevels, openRoom } from '../state/seat.ts';
import { lastSeat } from '../state/seats.ts';
import { t } from '../state/settings.ts';
import { Hero } from './hero.tsx';
import { LevelLink } from './levels/levelLink.tsx';
import { Options } from './options.tsx';

export function Start() {
  const { start, title, tagline } = t.value;
  const seat = lastSeat();
  return (
    <main class="start" id="main">
      <Hero />
      <div class="start-panel">
        <div class="start-words">
          <h1>{title}</h1>
          <p class="lead">{tagline}</p>
        </div>
        <div class="start-ways">
          <button type="button" class="button accent big" onClick={() => create('bot')}>
            {start.bot}
            <small>{start.botHint}</small>
          </button>
          {!isStatic && (
            <button type="button" class="button big" onClick={() => create('friend')}>
              {start.invite}
              <small>{start.inviteHint}</small>
            </button>
          )}
          <div class="way-levels">
            <button type="button" class="button big" onClick={() => goToLevels({ type: 'levels' })}>
              {start.levels}
              <small>{start.levelsHint}</small>
            </button>
            <p class="way-more">
              <LevelLink to={{ type: 'mastery' }}>{start.mastery}</LevelLink>
              <LevelLink to={{ type: 'daily' }}>{start.daily}</LevelLink>
            </p>
          </div>
          {isStatic ? <p class="hint">{start.noServer}</p> : <JoinForm />}
          {seat !== null && (
            <button type="button" class="button quiet" onClick={() => openRoom(seat.code)}>
              {start.back(seat.code)}
            </button>
          )}
        </div>
        <Options />
      </div>
    </main>
  );
}

function JoinForm() {
  const { start } = t.value;
  const typed = useSignal('');
  const wrong = useSignal(false);
  return (
    <form
      class="join"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const code = codeIn(typed.value);
        wrong.value = code === null;
        if (code !== null) openRoom(code);
        else event.currentTarget.querySelector('input')?.focus();
      }}
    >
      <label htmlFor="code">{start.join}</label>
      <div class="join-row">
        <input
          id="code"
          class="field mono"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          placeholder="ABC 234"
          aria-describedby="code-hint"
          aria-invalid={wrong.value}
          value={typed}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            wrong.value = false;
          }}
        />
        <button type="submit" class="button">
          {start.codeButton}
        </button>
      </div>
      <p id="code-hint" class={wrong.value ? 'hint bad' : 'hint'} role={wrong.value ? 'alert' : undefined}>
        {wrong.value ? start.codeWrong : start.joinHint}
      </p>
    </form>
  );
}
