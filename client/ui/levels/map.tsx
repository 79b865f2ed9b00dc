/** The world map: eight harbours on a chart, each with its levels as buoys. In the DOM it is a list of lists. */
import type { World } from '../../../shared/levels/level.ts';
import { levelOf } from '../../../shared/levels/catalogue.ts';
import { type Buoy, type Harbour, chartOf, placeOf } from '../../solo/chart.ts';
import { progress } from '../../solo/progress.ts';
import { lt, textOf, worldNames } from '../../state/levelWords.ts';
import { examAt } from '../../state/libraryPath.ts';
import { pt } from '../../state/progressWords.ts';
import { goHome } from '../../state/seat.ts';
import { DailyLink } from './dailyLink.tsx';
import { LibraryLink } from '../libraryLink.tsx';
import { Heading } from './heading.tsx';
import { BuoyPicture, IslandPicture } from './island.tsx';
import { LevelLink } from './levelLink.tsx';
import { SaveProgress } from './saveProgress.tsx';
import { Stars } from './stars.tsx';

export function WorldMap() {
  const { title, lead, map } = lt.value;
  const chart = chartOf(progress.value);
  return (
    <main class="map" id="main">
      <header class="map-head">
        <div>
          <Heading>{title}</Heading>
          <p class="lead">{lead}</p>
        </div>
        <div class="map-ways">
          <GoOn chart={chart} />
          <DailyLink />
          <LevelLink class="button" to={{ type: 'mastery' }}>
            {pt.value.mastery.link}
          </LevelLink>
          <button type="button" class="button" onClick={goHome}>
            {map.home}
          </button>
        </div>
      </header>
      <ol class="chart">
        {chart.map((harbour) => (
          <World key={harbour.world} harbour={harbour} />
        ))}
      </ol>
      <SaveProgress />
    </main>
  );
}

/** The one thing to do here: the next level. */
function GoOn({ chart }: { readonly chart: readonly Harbour[] }) {
  const { map } = lt.value;
  const next = chart.flatMap(({ buoys }) => buoys).find((buoy) => buoy.next);
  const level = next === undefined ? null : levelOf(next.id);
  if (level === null) return <p>{map.all}</p>;
  return (
    <LevelLink class="button accent" to={{ type: 'level', id: level.id }}>
      {map.go(placeOf(level), textOf(level.id).title)}
    </LevelLink>
  );
}

function World({ harbour }: { readonly harbour: Harbour }) {
  const { map } = lt.value;
  const { world, buoys, stars, most } = harbour;
  const name: string = worldNames.value[world];
  return (
    <li class="harbour" data-world={world} data-stars={stars}>
      <IslandPicture world={world} lit={most > 0 && stars > 0} full={most > 0 && stars === most} />
      <header class="harbour-head">
        <h2>{map.world(world, name)}</h2>
        {most > 0 && (
          <p class="harbour-stars mono">
            <span aria-hidden="true">
              {stars}/{most}
            </span>
            <span class="hidden">{map.worldStars(stars, most)}</span>
          </p>
        )}
      </header>
      <ol class="fairway">
        {buoys.map((buoy) => (
          <BuoyRow key={buoy.id} buoy={buoy} world={world} />
        ))}
      </ol>
      {world === 8 && (
        <p>
          <LibraryLink at={examAt}>{map.deck}</LibraryLink>
        </p>
      )}
    </li>
  );
}

function BuoyRow({ buoy, world }: { readonly buoy: Buoy; readonly world: World }) {
  const { map } = lt.value;
  const { id, number, access, best, after, next } = buoy;
  const look = best !== null ? 'done' : next ? 'next' : access;
  return (
    <li
      class={`buoy buoy-${look}`}
      data-level={id}
      data-open={access === 'open'}
      data-stars={best?.stars ?? 0}
      {...(next ? { 'data-next': true } : {})}
    >
      <BuoyPicture look={look} />
      <span class="buoy-place mono">
        {world}.{number}
      </span>
      {access === 'open' ? (
        <LevelLink to={{ type: 'level', id }}>{textOf(id).title}</LevelLink>
      ) : (
        <span class="buoy-title">{textOf(id).title}</span>
      )}
      <span class="buoy-state">
        {best !== null && (
          <>
            <span class="mono" title={map.best((best.thinking / 1000).toFixed(1))}>
              <span aria-hidden="true">{lt.value.seconds((best.thinking / 1000).toFixed(1))}</span>
              <span class="hidden">{map.best((best.thinking / 1000).toFixed(1))}</span>
            </span>{' '}
            <Stars count={best.stars} />
          </>
        )}
        {best === null && next && <b>{map.next}</b>}
        {access === 'locked' && (
          <small title={after === null ? '' : map.after(textOf(after).title)}>{map.locked}</small>
        )}
      </span>
    </li>
  );
}
