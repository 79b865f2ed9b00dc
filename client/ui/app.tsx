/** Which screen it is, and what is on all of them. */
import { useEffect } from 'preact/hooks';
import { assertNever } from '../../shared/result.ts';
import type { Session } from '../state/session.ts';
import type { LibraryPlace } from '../state/libraryPath.ts';
import type { LevelsPlace } from '../state/levelPath.ts';
import type { ReplayPlace } from '../state/replayPath.ts';
import { place, screen, session } from '../state/store.ts';
import { t } from '../state/settings.ts';
import { Banner } from './banners.tsx';
import { Help } from './help.tsx';
import { insideScreen, loadInside } from './loadInside.ts';
import { levelsScreen, loadLevels } from './loadLevels.ts';
import { libraryScreen, loadLibrary } from './loadLibrary.ts';
import { Entering, Failed, Superseded } from './notices.tsx';
import { loadReplay, replayScreen } from './loadReplay.ts';
import { Settings } from './settings.tsx';
import { loadSolo, soloScreen } from './loadSolo.ts';
import { Start } from './start.tsx';
import { TopBar } from './topBar.tsx';

function Screen() {
  const here = place.value;
  const now = session.value;
  switch (here.type) {
    case 'start':
      return <Start />;
    case 'levels':
    case 'level':
    case 'mastery':
    case 'daily':
      return <LevelsRoom here={here} />;
    case 'library':
      return <LibraryRoom here={here} />;
    case 'solo':
      return <SoloRoom />;
    case 'replay':
      return <ReplayRoom here={here} />;
    case 'entering':
      return <Entering />;
    case 'superseded':
      return <Superseded code={here.code} />;
    case 'failed':
      return <Failed code={here.code} why={here.why} />;
    case 'inside':
      return now === null ? <Entering /> : <Room now={now} />;
    default:
      return assertNever(here);
  }
}

function Room({ now }: { readonly now: Session }) {
  const Inside = insideScreen.value;
  useEffect(() => void loadInside(), []);
  return Inside === null ? <Entering /> : <Inside now={now} />;
}

function LevelsRoom({ here }: { readonly here: LevelsPlace }) {
  const Levels = levelsScreen.value;
  useEffect(() => void loadLevels(), []);
  return Levels === null ? <Entering says={t.value.problem.fetching} /> : <Levels here={here} />;
}

function LibraryRoom({ here }: { readonly here: LibraryPlace }) {
  const Library = libraryScreen.value;
  useEffect(() => void loadLibrary(), []);
  return Library === null ? <Entering says={t.value.problem.fetching} /> : <Library here={here} />;
}

function SoloRoom() {
  const Solo = soloScreen.value;
  useEffect(() => void loadSolo(), []);
  return Solo === null ? <Entering says={t.value.problem.fetching} /> : <Solo />;
}

function ReplayRoom({ here }: { readonly here: ReplayPlace }) {
  const Replay = replayScreen.value;
  useEffect(() => void loadReplay(), []);
  return Replay === null ? <Entering says={t.value.problem.fetching} /> : <Replay here={here} />;
}

export function App() {
  const inLevel = ['level', 'daily'].includes(place.value.type);
  return (
    <div class={`page page-${screen.value}${inLevel ? ' in-level' : ''}`}>
      <a class="skip" href={screen.value === 'playing' ? '#composer' : '#main'}>
        {t.value.skip}
      </a>
      <TopBar />
      <Banner />
      <Screen />
      <Settings />
      <Help />
    </div>
  );
}
