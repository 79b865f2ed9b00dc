/** The levels: the world map, or one level from its card over the match to its result. */
import { useEffect } from 'preact/hooks';
import { levelOf } from '../../../shared/levels/catalogue.ts';
import type { Level } from '../../../shared/levels/level.ts';
import { leaveGhost, showConsequence } from '../../solo/ghost.ts';
import { nameWords } from '../../solo/drawName.ts';
import { followTabs } from '../../solo/progress.ts';
import { close, sitting, win } from '../../solo/table.ts';
import type { LevelsPlace } from '../../state/levelPath.ts';
import { lt } from '../../state/levelWords.ts';
import { pt } from '../../state/progressWords.ts';
import { goToLevels } from '../../state/seat.ts';
import { apparition, consequence, session } from '../../state/store.ts';
import { t } from '../../state/settings.ts';
import { Live } from '../live.tsx';
import { labScreen, loadLab } from '../loadLab.ts';
import { Match } from '../match.tsx';
import { Entering } from '../notices.tsx';
import { listenToKeys } from '../shortcuts.ts';
import { GhostScreen } from '../ghostScreen.tsx';
import { Heading } from './heading.tsx';
import { Intro } from './intro.tsx';
import { Daily } from './daily.tsx';
import { LevelBar } from './levelBar.tsx';
import { WorldMap } from './map.tsx';
import { Mastery } from './mastery.tsx';
import { Missed, SandboxOver, Won } from './result.tsx';
import '../../style/levels.css';
import '../../style/progress.css';

export interface LevelsProps {
  readonly here: LevelsPlace;
}

export function Levels({ here }: LevelsProps) {
  useEffect(followTabs, []);
  const { words } = pt.value.name;
  useEffect(() => {
    nameWords.value = words;
  }, [words]);
  if (here.type === 'levels') return <WorldMap />;
  if (here.type === 'mastery') return <Mastery />;
  if (here.type === 'daily') return <Daily />;
  const level = levelOf(here.id);
  if (level === null) return <NoLevel {...lt.value.unknown} />;
  if (level.mode === 'lab') return <LabRoom key={level.id} level={level} />;
  return <LevelScreen key={level.id} level={level} />;
}

function LevelScreen({ level }: { readonly level: Level }) {
  useEffect(() => {
    consequence.value = showConsequence;
    return () => {
      consequence.value = null;
      leaveGhost();
      close();
    };
  }, []);
  useEffect(listenToKeys, []);
  const now = session.value;
  const played = sitting.value;
  if (now === null || played === null || played.level.id !== level.id) return <Intro level={level} />;
  return (
    <>
      <LevelBar sitting={played} now={now} />
      {apparition.value !== null && <GhostScreen shown={apparition.value} now={now} />}
      {played.outcome === 'open' && apparition.value === null && <Match now={now} />}
      {played.outcome !== 'open' && played.way.judging === 'free' && <SandboxOver sitting={played} now={now} />}
      {played.outcome === 'missed' && played.way.judging === 'strict' && <Missed sitting={played} now={now} />}
      {win.value !== null && <Won sitting={played} now={now} win={win.value} />}
      <Live now={now} />
    </>
  );
}

function LabRoom({ level }: { readonly level: Level }) {
  const Lab = labScreen.value;
  useEffect(() => void loadLab(), []);
  return Lab === null ? <Entering says={t.value.problem.fetching} /> : <Lab level={level} />;
}

function NoLevel({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <main class="notice" id="main">
      <Heading>{title}</Heading>
      <p class="lead">{lead}</p>
      <button type="button" class="button accent" onClick={() => goToLevels({ type: 'levels' })}>
        {lt.value.bar.map}
      </button>
    </main>
  );
}
