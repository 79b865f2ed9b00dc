/** A match that is over, to be looked at again: both ends unhidden, any instant, and a way to go on from there. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { EndView } from '../../../shared/game/view.ts';
import type { Film } from '../../../shared/game/film.ts';
import { getUp, local, sitDownAt } from '../../local/table.ts';
import { captureName, captureOf } from '../../replay/captureFile.ts';
import { at, close, film, happened, open, playing, reel, seek } from '../../replay/player.ts';
import { forkable, frameAt } from '../../replay/projector.ts';
import { today } from '../../clock.ts';
import { download } from '../../state/download.ts';
import type { ReplayPlace } from '../../state/replayPath.ts';
import { rt } from '../../state/replayWords.ts';
import { goHome } from '../../state/seat.ts';
import type { Session } from '../../state/session.ts';
import { ladderOpen, numberForm, t } from '../../state/settings.ts';
import { session } from '../../state/store.ts';
import { seconds } from '../../text/numbers.ts';
import { tell } from '../../text/tell.ts';
import { End } from '../end.tsx';
import { Live } from '../live.tsx';
import { Logbook } from '../logbook.tsx';
import { Match } from '../match.tsx';
import { Entering } from '../notices.tsx';
import { listenToKeys } from '../shortcuts.ts';
import { SidePanel } from '../sidePanel.tsx';
import { Strait } from '../strait.tsx';
import { teller } from '../teller.ts';
import { Timeline } from './timeline.tsx';
import '../../style/replay.css';

export interface ReplayProps {
  readonly here: ReplayPlace;
}

export function Replay({ here }: ReplayProps) {
  useEffect(() => {
    void open(here);
    return () => {
      getUp();
      close();
    };
  }, [here]);
  useEffect(listenToKeys, []);
  const now = session.value;
  const shown = film.value;
  if (shown === null) return <NoReplay />;
  if (now === null) return <Entering says={t.value.problem.fetching} />;
  if (local.value !== null) return <PlayOn now={now} />;
  return <Screening film={shown} now={now} />;
}

function NoReplay() {
  const { problem } = rt.value;
  const { type } = reel.value;
  if (type === 'fetching' || type === 'film') return <Entering says={t.value.problem.fetching} />;
  return (
    <main class="notice" id="main" data-problem={type}>
      <h1>{problem[type]}</h1>
      <p class="lead" role="alert">
        {problem[`${type}Lead`]}
      </p>
      <button type="button" class="button accent" onClick={goHome}>
        {problem.home}
      </button>
    </main>
  );
}

function Screening({ film: shown, now }: { readonly film: Film; readonly now: Session }) {
  const { title } = rt.value;
  const { logbook } = t.value;
  const ends = [now.view.own, now.view.peer].filter((view): view is EndView => view !== null);
  return (
    <main class={`match replay${ladderOpen.value ? ' with-ladder' : ''}`} id="main">
      <h1 class="hidden">{title}</h1>
      <Strait now={now} />
      <div class="hand">
        <Timeline film={shown} />
        {ends.map((view) => (
          <Logbook key={view.role} end={view} bases={now.bases} title={logbook.peer} />
        ))}
        <Happened now={now} />
        <Ways film={shown} />
      </div>
      <SidePanel now={now} />
    </main>
  );
}

function Happened({ now }: { readonly now: Session }) {
  const words = rt.value;
  const speaker = teller(now, numberForm.value);
  return (
    <section class="panel happened" aria-label={words.happened} aria-live="polite" aria-atomic="true">
      <h2>{words.happened}</h2>
      {happened.value.length === 0 && <p class="empty">{words.begin}</p>}
      <ol class="log">
        {happened.value.map((event) => (
          <li key={event.n} data-event={event.type}>
            <span class="log-time mono">{seconds(event.at)}</span>
            <span>{tell(event, speaker)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Ways({ film: shown }: { readonly film: Film }) {
  const { fork, share } = rt.value;
  const said = useSignal('');
  const frame = frameAt(shown, at.value);
  const roles = forkable(frame);
  const copy = async (): Promise<void> => {
    said.value = await navigator.clipboard.writeText(location.href).then(
      () => share.copied,
      () => share.select,
    );
  };
  const save = (): void => {
    const octets = captureOf(shown, today() * 86_400_000);
    download(captureName(shown), 'application/vnd.tcpdump.pcap', new Uint8Array(octets));
  };
  return (
    <section class="panel replay-ways" aria-label={share.title}>
      <h2>{fork.title}</h2>
      <p class="hint">{roles.length > 0 ? fork.lead : fork.over}</p>
      <div class="end-ways">
        {roles.map((role) => (
          <button
            key={role}
            type="button"
            class="button"
            data-fork={role}
            onClick={() => {
              playing.value = false;
              sitDownAt(frame.match, role);
            }}
          >
            {fork[role]}
          </button>
        ))}
      </div>
      <h2>{share.title}</h2>
      <div class="end-ways">
        <button type="button" class="button" data-copy onClick={() => void copy()}>
          {share.link}
        </button>
        <button type="button" class="button" data-capture title={share.captureHint} onClick={save}>
          {share.capture}
        </button>
      </div>
      <p class="hint" role="status">
        {said.value === '' ? share.captureHint : said.value}
      </p>
    </section>
  );
}

function backToFilm(): void {
  getUp();
  seek(at.peek());
}

/** The fork: a match like any other, with a way back. */
function PlayOn({ now }: { readonly now: Session }) {
  const way = (
    <button type="button" class="button" data-back onClick={backToFilm}>
      {rt.value.fork.back}
    </button>
  );
  return (
    <>
      {now.view.phase === 'finished' ? (
        <End now={now} ways={way} />
      ) : (
        <>
          <div class="level-bar">{way}</div>
          <Match now={now} />
        </>
      )}
      <Live now={now} />
    </>
  );
}
