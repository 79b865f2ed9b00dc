/** How a new room plays. Everything has a default, so the area stays closed until somebody wants it. */
import { clocks, judgings } from '../../shared/game/command.ts';
import { weathers } from '../../shared/net/weather.ts';
import { clock, closer, drawChoices, judging, role, standIn, standIns, t, weather } from '../state/settings.ts';
import { ratesText } from '../text/rates.ts';
import { Choice } from './choice.tsx';

export function Options() {
  const words = t.value;
  const { start } = words;
  const draws = drawChoices.map((value) => ({ value, text: value === 'any' ? start.drawn : words.role[value] }));
  const chosen = [
    role.value === 'any' ? start.drawn : words.role[role.value],
    words.weather[weather.value],
    words.clock[clock.value],
    words.judging[judging.value],
  ];
  return (
    <details class="options">
      <summary>
        <b>{start.options}</b> <span>{start.chosen(chosen)}</span>
      </summary>
      <div class="options-grid">
        <Choice label={start.role} name="role" value={role} options={draws} />
        <Choice label={start.closer} name="closer" value={closer} options={draws} />
        <Choice
          label={start.weather}
          name="weather"
          value={weather}
          options={weathers.map((value) => ({ value, text: words.weather[value], hint: ratesText(value, words) }))}
        />
        <Choice
          label={start.clock}
          name="clock"
          value={clock}
          options={clocks.map((value) => ({ value, text: words.clock[value], hint: start.clockHint[value] }))}
        />
        <Choice
          label={start.judging}
          name="judging"
          value={judging}
          options={judgings.map((value) => ({ value, text: words.judging[value], hint: start.judgingHint[value] }))}
        />
        <Choice
          label={start.standIn}
          name="stand-in"
          value={standIn}
          options={standIns.map((value) => ({
            value,
            text: start.standInAfter(value === 'never' ? null : Number(value)),
            hint: start.standInHint,
          }))}
        />
      </div>
    </details>
  );
}
