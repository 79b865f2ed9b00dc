/** Which screen it is, and what is on all of them. */
import { assertNever } from '../../shared/result.ts';
import { place, screen, session } from '../state/store.ts';
import { t } from '../state/settings.ts';
import { Banner } from './banners.tsx';
import { End } from './end.tsx';
import { Help } from './help.tsx';
import { Live } from './live.tsx';
import { Match } from './match.tsx';
import { Entering, Failed, Superseded } from './notices.tsx';
import { Settings } from './settings.tsx';
import { Start } from './start.tsx';
import { TopBar } from './topBar.tsx';
import { WaitingRoom } from './waitingRoom.tsx';

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
      if (now === null) return <Entering />;
      if (now.view.phase === 'waiting') return <WaitingRoom />;
      return now.view.phase === 'playing' ? <Match now={now} /> : <End now={now} />;
    default:
      return assertNever(here);
  }
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
      <Live />
      <Settings />
      <Help />
    </div>
  );
}
