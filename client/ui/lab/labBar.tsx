/** Above a lab: what is played, the clock, and the ways out. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isTimed } from '../../../shared/lessons/lab/attempt.ts';
import type { LabId } from '../../../shared/lessons/lab/frames.ts';
import type { Level } from '../../../shared/levels/level.ts';
import { begin, practice, report, thinking } from '../../lab/report.ts';
import { saveCapture } from '../../lab/steps.ts';
import { lp } from '../../lab/words.ts';
import { placeOf } from '../../solo/chart.ts';
import { lt, textOf } from '../../state/levelWords.ts';
import { AgainIcon, BackIcon, SaveIcon } from '../icons.tsx';
import { LevelLink } from '../levels/levelLink.tsx';

interface Props {
  readonly level: Level;
  readonly id: LabId;
}

export function LabBar({ level, id }: Props) {
  const { bar } = lt.value;
  const { title, task } = textOf(id);
  return (
    <section class="level-bar" aria-label={bar.level}>
      <LevelLink class="button quiet" to={{ type: 'levels' }} label={bar.map}>
        <BackIcon />
        <span class="bar-word">{bar.map}</span>
      </LevelLink>
      <p class="level-title">
        <span class="mono">{placeOf(level)}</span> <b>{title}</b>
      </p>
      <BarButton word={bar.restart} mark="restart" onPress={() => void begin(id)} icon={<AgainIcon />} />
      <BarButton word={lp.value.bar.save} mark="save" onPress={saveCapture} icon={<SaveIcon />} />
      <details class="level-task">
        <summary>{bar.task}</summary>
        <p>{task}</p>
      </details>
      {practice.value === null && <Clock />}
    </section>
  );
}

interface BarButtonProps {
  readonly word: string;
  readonly mark: 'restart' | 'save';
  readonly onPress: () => void;
  readonly icon: preact.JSX.Element;
}

function BarButton({ word, mark, onPress, icon }: BarButtonProps) {
  return (
    <button
      type="button"
      class="button quiet"
      {...{ [`data-${mark}`]: true }}
      aria-label={word}
      title={word}
      onClick={onPress}
    >
      {icon}
      <span class="bar-word">{word}</span>
    </button>
  );
}

/** Counts up while fields that have a clock are open. */
function Clock() {
  const { bar, seconds } = lt.value;
  const spent = useSignal(thinking());
  const attempt = report.value?.attempt;
  useEffect(() => {
    const ticking = setInterval(() => {
      spent.value = thinking();
    }, 500);
    return () => clearInterval(ticking);
  }, []);
  const stands = attempt !== undefined && !isTimed(attempt);
  return (
    <p class="thinking" data-stands={stands}>
      <span class="bar-word">{stands ? lp.value.bar.clockStands : bar.thinking}</span>{' '}
      <b class="mono">{seconds(String(Math.floor(spent.value / 1000)))}</b>
    </p>
  );
}
