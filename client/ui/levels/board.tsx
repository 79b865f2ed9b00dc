/** The best verified runs of a level, with the own line wherever it stands. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answers, Ranked } from '../../../shared/protocol/answer.ts';
import { ask, line } from '../../net/socket.ts';
import { boardLines } from '../../solo/boardLines.ts';
import { lt } from '../../state/levelWords.ts';
import { identity } from '../../state/player.ts';
import { pt } from '../../state/progressWords.ts';
import { fates } from '../../state/runs.ts';
import { NameOnBoards } from './nameOnBoards.tsx';
import { Stars } from './stars.tsx';

type Known = Pick<Answers['board'], 'runs' | 'own'>;

export function Board({ level }: { readonly level: string }) {
  const { board } = pt.value;
  /** null: not here yet. */
  const known = useSignal<Known | null>(null);
  const secret = identity.value?.secret ?? null;
  const online = line.value === 'online';
  const verified = [...fates.value.values()].filter(({ type }) => type === 'verified').length;
  useEffect(() => {
    let gone = false;
    const fetch = async (): Promise<void> => {
      const reply = await ask('board', { level, player: secret });
      if (!gone && reply.ok) known.value = reply;
    };
    if (online) void fetch();
    return () => {
      gone = true;
    };
    // A run that was verified, another name and a new line are reasons to look again.
  }, [level, secret, identity.value?.nickname, online, verified]);
  const now = known.value;
  return (
    <section class="panel board" aria-label={board.title} data-board={level}>
      <h2>{board.title}</h2>
      {now === null && <p class="empty">{online ? board.loading : board.offline}</p>}
      {now !== null && now.runs.length === 0 && <p class="empty">{board.empty}</p>}
      {now !== null && now.runs.length > 0 && <Lines {...now} />}
      {now !== null && identity.value?.nickname !== undefined && <NameOnBoards />}
    </section>
  );
}

function Lines({ runs, own }: Known) {
  const { board } = pt.value;
  const all = useSignal(false);
  const lines = boardLines(runs, own, all.value);
  return (
    <>
      <p class="hint">{board.hint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{board.place}</th>
            <th scope="col">{board.name}</th>
            <th scope="col">{lt.value.intro.stars}</th>
            <th scope="col" class="number-column">
              {board.points}
            </th>
            <th scope="col" class="number-column">
              {board.thinking}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ run, mine, apart }) => (
            <Line key={run.place} run={run} mine={mine} apart={apart} />
          ))}
        </tbody>
      </table>
      {!all.value && runs.length > lines.length && (
        <button
          type="button"
          class="button small"
          data-all
          onClick={() => {
            all.value = true;
          }}
        >
          {board.all(runs.length)}
        </button>
      )}
    </>
  );
}

function Line({ run, mine, apart }: { readonly run: Ranked; readonly mine: boolean; readonly apart: boolean }) {
  const { place, nickname, stars, points, thinking } = run;
  return (
    <tr class={apart ? 'apart' : ''} data-line={place} {...(mine ? { 'data-mine': true } : {})}>
      <td class="mono">{place}</td>
      <th scope="row">
        <bdi>{nickname}</bdi> {mine && <b class="you">{pt.value.board.you}</b>}
      </th>
      <td>
        <Stars count={stars} />
      </td>
      <td class="mono number-column">{points.toFixed(1)}</td>
      <td class="mono number-column">{lt.value.seconds((thinking / 1000).toFixed(1))}</td>
    </tr>
  );
}
