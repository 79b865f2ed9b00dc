/** A match against the bot without a server: the same panels as in a room. */
import { useEffect } from 'preact/hooks';
import { playSolo, replaySolo, swapSolo } from '../../local/solo.ts';
import { getUp } from '../../local/table.ts';
import { goHome } from '../../state/seat.ts';
import { t } from '../../state/settings.ts';
import { session } from '../../state/store.ts';
import { End } from '../end.tsx';
import { Live } from '../live.tsx';
import { Match } from '../match.tsx';
import { Entering } from '../notices.tsx';
import { listenToKeys } from '../shortcuts.ts';

export function Solo() {
  useEffect(() => {
    playSolo();
    return getUp;
  }, []);
  useEffect(listenToKeys, []);
  const now = session.value;
  if (now === null) return <Entering says={t.value.problem.fetching} />;
  return (
    <>
      {now.view.phase === 'finished' ? <End now={now} ways={<Ways />} /> : <Match now={now} />}
      <Live now={now} />
    </>
  );
}

function Ways() {
  const { end } = t.value;
  return (
    <div class="end-ways">
      <button type="button" class="button accent big" onClick={swapSolo}>
        {end.rematch}
      </button>
      <button type="button" class="button" data-replay onClick={() => void replaySolo()}>
        {end.replay}
      </button>
      <button type="button" class="button" onClick={goHome}>
        {end.home}
      </button>
    </div>
  );
}
