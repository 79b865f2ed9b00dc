/** The card before a lab: what is asked, the stars, and how the same is done at one's own computer. */
import { useEffect } from 'preact/hooks';
import type { LabId } from '../../../shared/lessons/lab/frames.ts';
import { parts } from '../../../shared/lessons/lab/labs.ts';
import type { Level } from '../../../shared/levels/level.ts';
import { begin } from '../../lab/report.ts';
import { line } from '../../net/socket.ts';
import { askAhead } from '../../solo/handed.ts';
import { labSays, lp } from '../../lab/words.ts';
import { accessTo, placeOf } from '../../solo/chart.ts';
import { bestAt, progress } from '../../solo/progress.ts';
import { lt, textOf, worldNames } from '../../state/levelWords.ts';
import { Heading } from '../levels/heading.tsx';
import { IslandPicture } from '../levels/island.tsx';
import { LevelLink } from '../levels/levelLink.tsx';
import { Stars } from '../levels/stars.tsx';

interface Props {
  readonly level: Level;
  readonly id: LabId;
}

export function LabIntro({ level, id }: Props) {
  const { intro } = lt.value;
  const { title, task } = textOf(id);
  const { after } = accessTo(level, progress.value);
  const online = line.value === 'online';
  useEffect(() => {
    if (online) askAhead(id);
  }, [online]);
  return (
    <main class="intro" id="main" data-level={id}>
      <IslandPicture world={level.world} lit full={false} />
      <p class="intro-place">{intro.place(worldNames.value[level.world], placeOf(level))}</p>
      <Heading>{title}</Heading>
      <p class="lead">{task}</p>
      {after !== null && <p class="hint">{intro.early(textOf(after).title)}</p>}
      <div class="map-ways">
        <button type="button" class="button accent big" onClick={() => void begin(id)}>
          {intro.begin}
        </button>
        <LevelLink class="button" to={{ type: 'levels' }}>
          {intro.map}
        </LevelLink>
      </div>
      <Facts level={level} id={id} />
      {id === 'lab-01-two-tables' && <OwnExperiment />}
    </main>
  );
}

function Facts({ level, id }: Props) {
  const { intro } = lt.value;
  const words = lp.value.intro;
  const best = bestAt(progress.value, id);
  return (
    <dl class="facts">
      <dt>{words.parts}</dt>
      <dd>
        {parts[id].map((part) => (
          <span key={part} class="fact">
            {labSays.value.parts[part].title}
          </span>
        ))}
      </dd>
      <dt>{intro.stars}</dt>
      <dd class="fact-stars">
        <Stars count={3} /> <span>{words.three(level.stars.three)}</span>
        <Stars count={2} /> <span>{words.two(level.stars.two)}</span>
        <Stars count={1} /> <span>{words.one}</span>
      </dd>
      {best !== null && (
        <>
          <dt>{intro.best}</dt>
          <dd>{intro.bestSo(lt.value.stars(best.stars, 3), (best.thinking / 1000).toFixed(1))}</dd>
        </>
      )}
    </dl>
  );
}

/** The steps of the experiment, to be done with one's own Wireshark. */
export function OwnExperiment() {
  return (
    <section class="lesson" aria-label={lp.value.intro.own}>
      <h2>{lp.value.intro.own}</h2>
      <ol class="own-steps">
        {labSays.value.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
