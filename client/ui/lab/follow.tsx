/** "Follow TCP stream": what both ends said, each in its colour and with its name. */
import { toText } from '../../../shared/octets.ts';
import { follow, type Conversation, type Turn } from '../../../shared/lessons/lab/follow.ts';
import { followed, followOpen, packets } from '../../lab/bench.ts';
import { lp } from '../../lab/words.ts';
import { Dialog } from '../dialog.tsx';

export function Follow() {
  const stream = followed.value;
  const conversation = followOpen.value ? follow(packets.value, stream) : null;
  return (
    <Dialog open={followOpen} title={lp.value.follow.title(stream)}>
      {conversation !== null && <Talk conversation={conversation} />}
    </Dialog>
  );
}

function Talk({ conversation: { turns, ends } }: { readonly conversation: Conversation }) {
  const { follow: words } = lp.value;
  const sum = (by: Turn['by']): number =>
    turns.filter((turn) => turn.by === by).reduce((all, { octets }) => all + octets.length, 0);
  return (
    <div class="talk" data-talk>
      <p class="hint">{words.note}</p>
      {turns.length === 0 && <p>{words.silent}</p>}
      {turns.map((turn, n) => (
        <section key={n} class={`turn turn-${turn.by}`} data-turn={turn.by}>
          <h3>
            {words.by[turn.by]} <span class="mono">{ends[turn.by]}</span>{' '}
            <small>{words.said(turn.octets.length, turn.packets)}</small>
          </h3>
          <pre>{toText(turn.octets).replaceAll('\r', '')}</pre>
        </section>
      ))}
      {turns.length > 0 && <p>{words.all(sum('client'), sum('server'))}</p>}
    </div>
  );
}
