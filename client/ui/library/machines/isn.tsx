/** The ISN machine: clock, hash and key slot; connections that follow each other; and a stranger who computes along. */
import { type Signal, useSignal } from '@preact/signals';
import {
  type Guess,
  type KeySlot,
  type Strangers,
  exampleEnds,
  isnAt,
  turnOfClock,
} from '../../../../shared/lessons/isnMachine.ts';
import { machineTexts } from '../../../../shared/lessons/machineWords.ts';
import { clockParts, guessAt, linesFrom, placeOn, plotFrame, seriesAt } from '../../../library/isnPlot.ts';
import { lib } from '../../../library/words.ts';
import { locale, t } from '../../../state/settings.ts';
import { grouped } from '../../../text/numbers.ts';
import { Frame } from './frame.tsx';

const START = 5_400_000;

export function IsnMachine() {
  const words = machineTexts[locale.value].isn;
  const { machine } = lib.value;
  const now = useSignal(START);
  const port = useSignal(exampleEnds.victim.remotePort);
  const slot = useSignal<KeySlot>(null);
  const guess = useSignal<Guess | null>(null);
  const done = useSignal({ guess: false, key: false, clock: false });
  const ends: Strangers = { ...exampleEnds, victim: { ...exampleEnds.victim, remotePort: port.value } };
  const attack = (): void => {
    guess.value = guessAt(slot.value, ends, now.value);
    done.value = { ...done.value, [guess.value.hit ? 'guess' : 'key']: true };
  };
  // A guess is of one instant, one port and one key.
  const changed = (): void => {
    guess.value = null;
  };
  const moved = (): void => {
    changed();
    done.value = { ...done.value, clock: true };
  };
  return (
    <Frame
      id="isn"
      tasks={(['guess', 'key', 'clock'] as const).map((name) => ({
        name,
        text: words.tasks[name],
        done: done.value[name],
      }))}
      shows={Object.values(done.value).every(Boolean) ? words.shows : []}
    >
      <div class="bench-place">
        <section class="bench panel" aria-label={machine.bench}>
          <Sum slot={slot.value} ends={ends} now={now.value} />
          <Dials now={now} port={port} onMove={moved} onPort={changed} />
          <Slot slot={slot} onChange={changed} />
          <Stranger guess={guess.value} onGuess={attack} />
        </section>
        <section class="bench-ladder panel" tabIndex={0} aria-label={words.plot}>
          <Plot slot={slot.value} ends={ends} now={now.value} guess={guess.value} />
          <Series slot={slot.value} ends={ends} now={now.value} />
        </section>
      </div>
    </Frame>
  );
}

interface State {
  readonly slot: KeySlot;
  readonly ends: Strangers;
  readonly now: number;
}

/** M + F = ISN, with the numbers below the letters. */
function Sum({ slot, ends, now }: State) {
  const words = machineTexts[locale.value].isn;
  const { clock, hash, isn } = isnAt(slot, ends.victim, now);
  return (
    <dl class="isn-sum">
      <div>
        <dt>{words.clock}</dt>
        <dd class="mono" data-part="M">
          {grouped(clock)}
        </dd>
      </div>
      <div>
        <dt>{words.hash}</dt>
        <dd class="mono" data-part="F">
          {grouped(hash)}
        </dd>
      </div>
      <div class="isn-total">
        <dt>{words.sum}</dt>
        <dd class="mono" data-part="ISN" data-value={isn}>
          {grouped(isn)}
        </dd>
      </div>
    </dl>
  );
}

interface DialProps {
  readonly now: Signal<number>;
  readonly port: Signal<number>;
  readonly onMove: () => void;
  readonly onPort: () => void;
}

function Dials({ now, port, onMove, onPort }: DialProps) {
  const words = machineTexts[locale.value].isn;
  const [hours, minutes, seconds] = clockParts(now.value);
  const said = words.timeText(hours, minutes, seconds);
  return (
    <div class="isn-dials">
      <label class="dial">
        <span>
          {words.time}
          {t.value.verdict.marks.colon}
          <b class="mono">{said}</b>
        </span>
        <input
          type="range"
          min="0"
          max={Math.floor(turnOfClock / 60_000)}
          step="1"
          data-dial="time"
          aria-valuetext={said}
          value={Math.floor(now.value / 60_000)}
          onInput={(event) => {
            now.value = Number(event.currentTarget.value) * 60_000;
            onMove();
          }}
        />
      </label>
      <label class="dial">
        <span>{words.port}</span>
        <input
          class="field mono"
          type="number"
          min="1"
          max="65535"
          data-dial="port"
          value={port.value}
          onInput={(event) => {
            const wanted = Math.floor(Number(event.currentTarget.value));
            if (wanted < 1 || wanted > 65_535) return;
            port.value = wanted;
            onPort();
          }}
        />
      </label>
    </div>
  );
}

/** The slot: words in it are a key, none is none. */
function Slot({ slot, onChange }: { readonly slot: Signal<KeySlot>; readonly onChange: () => void }) {
  const words = machineTexts[locale.value].isn;
  const filled = slot.value !== null;
  return (
    <div class="isn-slot" data-filled={filled}>
      <label htmlFor="isn-key">{words.slot}</label>
      <div class="isn-key">
        <KeyPicture filled={filled} />
        <input
          id="isn-key"
          class="field mono"
          autoComplete="off"
          spellcheck={false}
          maxLength={40}
          placeholder={words.noKey}
          aria-describedby="isn-key-hint"
          value={slot.value ?? ''}
          onInput={(event) => {
            const { value } = event.currentTarget;
            slot.value = value === '' ? null : value;
            onChange();
          }}
        />
      </div>
      <p id="isn-key-hint" class="hint">
        {words.slotHint}
      </p>
      <p role="status">{filled ? words.filledSlot : words.emptySlot}</p>
    </div>
  );
}

/** A keyhole, and a key in it or not. */
const KeyPicture = ({ filled }: { readonly filled: boolean }) => (
  <svg class="isn-key-picture" viewBox="0 0 60 40" aria-hidden="true">
    <path class="key-lock" d="M2 2h22v36h-22z" />
    <path class="key-hole" d="M13 12a4 4 0 0 1 2 7l2 9h-8l2-9a4 4 0 0 1 2-7z" />
    {filled && <path class="key-key" d="M20 18h22v-6h14v16h-14v-6h-4v6h-4v-6h-14z" />}
  </svg>
);

function Stranger({ guess, onGuess }: { readonly guess: Guess | null; readonly onGuess: () => void }) {
  const words = machineTexts[locale.value].isn;
  return (
    <section class="isn-stranger" aria-label={words.attack}>
      <h3>{words.attack}</h3>
      <p>{words.attackLead}</p>
      <button type="button" class="button accent" data-guess onClick={onGuess}>
        {words.guess}
      </button>
      <div role="status" data-hit={guess === null ? '' : guess.hit}>
        {guess !== null && (
          <>
            <p>{words.seen(grouped(guess.seen))}</p>
            <p class={guess.hit ? 'said-wrong' : 'said-right'}>
              <span aria-hidden="true">{guess.hit ? '✕' : '✓'}</span>{' '}
              {guess.hit ? words.hit(grouped(guess.guess)) : words.miss(grouped(guess.guess), grouped(guess.truth))}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function Plot({ slot, ends, now, guess }: State & { readonly guess: Guess | null }) {
  const words = machineTexts[locale.value].isn;
  const { w, h } = plotFrame;
  const here = placeOn(now, isnAt(slot, ends.victim, now).isn);
  const lines = { victim: isnAt(slot, ends.victim, 0).hash, own: isnAt(slot, ends.own, 0).hash } as const;
  const aim = guess === null ? null : placeOn(now, guess.guess);
  return (
    <figure class="isn-plot">
      <figcaption>{words.plot}</figcaption>
      <svg viewBox={`-10 -8 ${w + 20} ${h + 26}`} role="img" aria-label={words.plotWords(guess?.hit ?? slot === null)}>
        <path class="plot-frame" d={`M0 0V${h}H${w}`} />
        <path class="plot-now" d={`M${here.x} 0V${h}`} />
        {(['own', 'victim'] as const).map((whose) =>
          linesFrom(lines[whose]).map(([from, to], n) => (
            <path key={`${whose}${n}`} class={`plot-line plot-${whose}`} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
          )),
        )}
        <circle class="plot-here" cx={here.x} cy={here.y} r="5" />
        {aim !== null && <path class="plot-aim" d={`M${aim.x - 8} ${aim.y - 8}l16 16m0 -16l-16 16`} />}
        <text class="plot-text" x="0" y={h + 14}>
          0 h
        </text>
        <text class="plot-text" x={w} y={h + 14} text-anchor="end">
          4 h 46 min
        </text>
      </svg>
      <ul class="plot-key">
        <li class="key-victim">{words.lines.victim}</li>
        <li class="key-own">{words.lines.own}</li>
        {guess !== null && <li class="key-guess">{words.lines.guess}</li>}
      </ul>
    </figure>
  );
}

function Series({ slot, ends, now }: State) {
  const words = machineTexts[locale.value].isn;
  return (
    <table class="plain-table">
      <caption>{words.series}</caption>
      <thead>
        <tr>
          <th scope="col">{words.seriesHead.when}</th>
          <th scope="col">{words.seriesHead.isn}</th>
          <th scope="col">{words.seriesHead.more}</th>
        </tr>
      </thead>
      <tbody>
        {seriesAt(slot, ends.victim, now).map(({ later, isn, more }) => (
          <tr key={later} data-later={later} data-more={more}>
            <th scope="row">{words.later(later)}</th>
            <td class="mono">{grouped(isn)}</td>
            <td class="mono">{grouped(more)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
