/** The bar of a replay: play, steps, the refused moves, speed, and a slider with a mark for what mattered. */
import type { Film } from '../../../shared/game/film.ts';
import { at, playOrPause, playing, seek, setSpeed, speed, stepBy, toRefused } from '../../replay/player.ts';
import { frameAt, markOf, nextRefused, speeds } from '../../replay/projector.ts';
import { rt } from '../../state/replayWords.ts';
import { seconds } from '../../text/numbers.ts';

function Marks({ film }: { readonly film: Film }) {
  const last = Math.max(1, film.length - 1);
  return (
    <div class="timeline-marks" aria-hidden="true">
      {film.map(({ events }, n) => {
        const kind = markOf(events);
        const left = `${(n / last) * 100}%`;
        return kind === null ? null : (
          <i key={n} class={`mark mark-${kind}`} style={{ left }} title={rt.value.marks[kind]} />
        );
      })}
    </div>
  );
}

interface KeyProps {
  readonly name: string;
  readonly sign: string;
  readonly off?: boolean;
  readonly mark: string;
  readonly onPress: () => void;
}

function Key({ name, sign, off = false, mark, onPress }: KeyProps) {
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={name}
      title={name}
      aria-disabled={off}
      data-control={mark}
      onClick={() => (off ? undefined : onPress())}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  );
}

const signs = {
  play: 'M7 4l13 8-13 8z',
  pause: 'M8 4v16M16 4v16',
  back: 'M18 5L8 12l10 7zM5 5v14',
  on: 'M6 5l10 7-10 7zM19 5v14',
  refusedBefore: 'M14 6l-6 6 6 6M19 8l-4 4 4 4',
  refusedAfter: 'M10 6l6 6-6 6M5 8l4 4-4 4',
};

/** Back and on to the refused moves. */
function Refusals({ film }: { readonly film: Film }) {
  const { controls } = rt.value;
  return ([-1, 1] as const).map((step) => {
    const which = step === -1 ? 'refusedBefore' : 'refusedAfter';
    const none = nextRefused(film, at.value, step) === null;
    return (
      <Key
        key={which}
        name={controls[which]}
        mark={which}
        sign={signs[which]}
        off={none}
        onPress={() => toRefused(step)}
      />
    );
  });
}

function SpeedChoice() {
  const { controls, speed: times } = rt.value;
  return (
    <div class="tabs" role="group" aria-label={controls.speed}>
      {speeds.map((one) => (
        <button key={one} type="button" class="tab" aria-pressed={speed.value === one} onClick={() => setSpeed(one)}>
          {times(one === 0.25 ? '¼' : String(one))}
        </button>
      ))}
    </div>
  );
}

export function Timeline({ film }: { readonly film: Film }) {
  const { controls, place, timeline } = rt.value;
  const n = at.value;
  const last = film.length - 1;
  const time = seconds(frameAt(film, n).match.now);
  const runs = playing.value;
  return (
    <section class="timeline panel" aria-label={timeline} data-frame={n} data-frames={last}>
      <div class="timeline-keys">
        <Key name={controls.back} mark="back" sign={signs.back} off={n === 0} onPress={() => stepBy(-1)} />
        <Key
          name={runs ? controls.pause : controls.play}
          mark="play"
          sign={runs ? signs.pause : signs.play}
          onPress={playOrPause}
        />
        <Key name={controls.on} mark="on" sign={signs.on} off={n === last} onPress={() => stepBy(1)} />
        <Refusals film={film} />
        <SpeedChoice />
        <output class="mono timeline-place">
          {n} / {last} · {time}
        </output>
      </div>
      <div class="timeline-track">
        <Marks film={film} />
        <input
          type="range"
          min={0}
          max={last}
          value={n}
          aria-label={timeline}
          aria-valuetext={place(n, last, time)}
          onInput={(event) => {
            playing.value = false;
            seek(Number(event.currentTarget.value));
          }}
        />
      </div>
    </section>
  );
}
