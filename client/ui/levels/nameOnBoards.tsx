/** The name under which this browser stands on boards: chosen, drawn or deleted with all its runs. No account. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { normaliseNickname } from '../../../shared/protocol/nickname.ts';
import { ask } from '../../net/socket.ts';
import { drawNameNow } from '../../solo/drawName.ts';
import { becomeSomebodyElse, identity, ownIdentity, takeName } from '../../state/player.ts';
import { pt } from '../../state/progressWords.ts';
import { dropRuns } from '../../state/runs.ts';
import { t } from '../../state/settings.ts';
import type { Problem } from '../../state/store.ts';
import { problemText } from '../banners.tsx';
import { Confirm } from './confirm.tsx';

/** What came of the last wish; empty: nothing yet. */
type Say = (words: string) => void;

const refusal = (code: Problem): string => problemText(code);

/** null: the server draws one. */
async function rename(nickname: string | null, say: Say): Promise<boolean> {
  const reply = await ask('rename', { player: ownIdentity().secret, nickname });
  if (reply.ok) takeName(reply.nickname);
  say(reply.ok ? pt.peek().name.taken(reply.nickname) : refusal(reply.code));
  return reply.ok;
}

async function forget(say: Say): Promise<void> {
  const reply = await ask('forget', { player: ownIdentity().secret });
  if (!reply.ok) return say(refusal(reply.code));
  dropRuns();
  becomeSomebodyElse();
  say(pt.peek().name.forgotten(reply.runs));
}

export function NameOnBoards() {
  const { name } = pt.value;
  const editing = useSignal(false);
  const said = useSignal('');
  const say: Say = (words) => {
    said.value = words;
  };
  const nickname = identity.value?.nickname ?? null;
  return (
    <div class="board-name" data-nickname={nickname ?? ''}>
      <p>{nickname === null ? name.nobody : name.as(nickname)}</p>
      <div class="map-ways">
        <button
          type="button"
          class="button small"
          data-rename
          aria-expanded={editing.value}
          onClick={() => {
            editing.value = !editing.value;
          }}
        >
          {name.change}
        </button>
        {identity.value !== null && (
          <Confirm
            word={name.forget}
            question={name.forgetAsk}
            yes={name.forgetYes}
            no={name.keep}
            mark="forget"
            onYes={() => void forget(say)}
          />
        )}
      </div>
      {editing.value && (
        <NameForm
          before={nickname ?? ''}
          say={say}
          onDone={() => {
            editing.value = false;
          }}
        />
      )}
      <p role="status">{said.value}</p>
    </div>
  );
}

interface FormProps {
  readonly before: string;
  readonly say: Say;
  readonly onDone: () => void;
}

function NameForm({ before, say, onDone }: FormProps) {
  const { name } = pt.value;
  const id = useId();
  const typed = useSignal(before);
  const wrong = useSignal(false);
  const take = async (wanted: string | null): Promise<void> => {
    if (await rename(wanted, say)) onDone();
  };
  return (
    <form
      class="name-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = normaliseNickname(typed.value);
        wrong.value = wanted === null;
        if (wanted !== null) void take(wanted);
        else event.currentTarget.querySelector('input')?.focus();
      }}
    >
      <label htmlFor={id}>{name.label}</label>
      <input
        id={id}
        class="field"
        autoComplete="off"
        spellcheck={false}
        maxLength={40}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong.value}
        value={typed}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          wrong.value = false;
        }}
      />
      <p id={`${id}-hint`} class={wrong.value ? 'hint bad' : 'hint'} role={wrong.value ? 'alert' : undefined}>
        {wrong.value ? t.value.problem.refusal['nickname/not-allowed'] : name.hint}
      </p>
      <div class="map-ways">
        <button type="submit" class="button small accent">
          {name.take}
        </button>
        <button type="button" class="button small" data-draw onClick={() => void take(drawNameNow())}>
          {name.draw}
        </button>
      </div>
    </form>
  );
}
