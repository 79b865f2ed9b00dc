/** Which screen it is, and what is on all of them. */
import { useEffect } from 'preact/hooks';
import { assertNever } from '../../shared/result.ts';
import type { Session } from '../state/session.ts';
import { place, screen, session } from '../state/store.ts';
import { t } from '../state/settings.ts';
import { Banner } from './banners.tsx';
import { Help } from './help.tsx';
import { insideScreen, loadInside } from './loadInside.ts';
import { Entering, Failed, Superseded } from './notices.tsx';
import { Settings } from './settings.tsx';
import { Start } from './start.tsx';
import { TopBar } from './topBar.tsx';

function Screen() {
  const here = place.value;
  const now = session.value;
  switch (here.type) {
    case 'start':
      return <Start />;
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

export function App() {
  return (
    <div class={`page page-${screen.value}`}>
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
