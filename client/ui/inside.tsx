/**
 * Everything behind the first screen: waiting room, match, end. It is a chunk of its own, so that the shell is
 * on the screen before the rules, the composer and the ladder have come down the wire.
 */
import { useEffect } from 'preact/hooks';
import { leaveRoomGhost, showRoomConsequence } from '../state/roomGhost.ts';
import type { Session } from '../state/session.ts';
import { apparition, consequence } from '../state/store.ts';
import { End } from './end.tsx';
import { GhostScreen } from './ghostScreen.tsx';
import { Live } from './live.tsx';
import { Match } from './match.tsx';
import { listenToKeys } from './shortcuts.ts';
import { WaitingRoom } from './waitingRoom.tsx';

export interface InsideProps {
  readonly now: Session;
}

function Phase({ now }: InsideProps) {
  if (apparition.value !== null) return <GhostScreen shown={apparition.value} now={now} />;
  if (now.view.phase === 'waiting') return <WaitingRoom now={now} />;
  return now.view.phase === 'playing' ? <Match now={now} /> : <End now={now} />;
}

export function Inside({ now }: InsideProps) {
  useEffect(listenToKeys, []);
  useEffect(() => {
    consequence.value = () => void showRoomConsequence();
    return () => {
      consequence.value = null;
      leaveRoomGhost();
    };
  }, []);
  return (
    <>
      <Phase now={now} />
      <Live now={now} />
    </>
  );
}
