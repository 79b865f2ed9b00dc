/** The composer: one sentence that becomes a segment. It holds what was refused, so that it can be mended. */
import type { EndView } from '../../shared/game/view.ts';
import { flagText } from '../art/flags.ts';
import { composerFlags, markedOf, toggled, wholeOf } from '../composer/compose.ts';
import { change, draft, sendDraft } from '../composer/draft.ts';
import type { Session } from '../state/session.ts';
import { submit } from '../state/outbox.ts';
import { shortcutsOn, t } from '../state/settings.ts';
import { accepted, alone, answered, faulty, outgoing, session } from '../state/store.ts';
import { shortText } from '../text/short.ts';
import { Chips } from './chips.tsx';
import { NumberInput } from './numberInput.tsx';
import { pointedBy, PointedNote } from './pointed.tsx';
import { SignalFlag } from './shapes.tsx';
import { PayloadLength } from './payloadLength.tsx';
import { Prompt } from './prompt.tsx';

const Key = ({ name }: { readonly name: string }) => (shortcutsOn.value ? <kbd aria-hidden="true">{name}</kbd> : null);

interface Props {
  readonly now: Session;
  readonly end: EndView;
}

export function Composer({ now, end }: Props) {
  const { composer } = t.value;
  return (
    <form
      class="panel composer"
      id="composer"
      data-answered={answered.value}
      data-accepted={accepted.value}
      aria-label={composer.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sendDraft();
      }}
    >
      <Prompt now={now} end={end} />
      <div class="sentence">
        <span class="word" aria-hidden="true">
          {composer.send}
        </span>
        <Flags />
        <NumberInput field="seq" now={now} role={end.role} shortcut="q" />
        <NumberInput field="ack" now={now} role={end.role} shortcut="k" />
      </div>
      <Chips now={now} role={end.role} />
      <div class="sentence">
        <Payloads end={end} />
        <ChosenLength end={end} />
        <Buttons owed={end.decision.length > 0} />
      </div>
    </form>
  );
}

function Flags() {
  const { composer } = t.value;
  const { flags } = draft.value;
  const wrong = faulty.value === 'flags';
  return (
    <div
      class={wrong ? 'flags faulty' : 'flags'}
      role="group"
      aria-label={composer.flags}
      aria-describedby="flags-pointed"
      {...pointedBy('flags')}
    >
      <PointedNote mark="flags" id="flags-pointed" />
      {composerFlags.map((flag) => (
        <button
          key={flag}
          type="button"
          class="flag-button"
          aria-pressed={flags.includes(flag)}
          data-flag={flag}
          {...(shortcutsOn.value ? { 'aria-keyshortcuts': flag.slice(0, 1) } : {})}
          onClick={() => change({ flags: toggled(draft.peek().flags, flag) })}
        >
          <SignalFlag flag={flag} />
          <span>
            <span class={shortcutsOn.value ? 'initial' : ''}>{flag.slice(0, 1)}</span>
            {flag.slice(1)}
          </span>
        </button>
      ))}
    </div>
  );
}

function Payloads({ end }: { readonly end: EndView }) {
  const { composer } = t.value;
  const { payload } = draft.value;
  const wrong = faulty.value === 'payload';
  const marked = markedOf(payload, end.payloads);
  return (
    <fieldset class={wrong ? 'payloads faulty' : 'payloads'} id="payload" {...pointedBy('payload')}>
      <legend class="hidden">
        {composer.payload} <PointedNote mark="payload" />
      </legend>
      <span class="word" aria-hidden="true">
        {composer.with} <Key name="D" />
      </span>
      <label class="choice-item" data-payload="none">
        <input type="radio" name="payload" checked={payload === null} onChange={() => change({ payload: null })} />
        <span>{composer.nothing}</span>
      </label>
      {end.payloads.map(({ offset, length, text, seq, unsent }) => (
        <label
          key={`${offset}+${length}`}
          class="choice-item"
          data-offset={offset}
          data-length={length}
          data-seq={seq}
          data-unsent={unsent}
        >
          <input
            type="radio"
            name="payload"
            checked={offset === marked?.offset && length === marked.length}
            onChange={() => change({ payload: { offset, length } })}
          />
          <span>
            “{shortText(text, 14)}” <small>{composer.octets(length)}</small>
            {!unsent && <small> ({composer.again})</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ChosenLength({ end }: { readonly end: EndView }) {
  const { payload } = draft.value;
  const whole = wholeOf(payload, end.payloads);
  if (payload === null || whole === null || whole.length === 1) return null;
  return <PayloadLength key={whole.offset} chosen={payload} whole={whole.length} />;
}

function Buttons({ owed }: { readonly owed: boolean }) {
  const { composer } = t.value;
  const busy = outgoing.value !== null;
  // In a level nobody is asked twice, so that a second click sends nothing.
  const asleep = busy || (alone.value && !owed && session.value?.view.judging !== 'free');
  const names = flagText(draft.value.flags);
  return (
    <div class="composer-buttons">
      <button type="submit" class={owed ? 'button accent' : 'button'} id="send" aria-disabled={asleep}>
        {busy ? composer.sending : names === '' ? composer.buttonData : composer.button(names)} <Key name="↵" />
      </button>
      <button
        type="button"
        class="button"
        id="wait"
        aria-disabled={busy || !owed}
        aria-describedby="wait-pointed"
        {...pointedBy('wait')}
        {...(shortcutsOn.value ? { 'aria-keyshortcuts': 'W' } : {})}
        onClick={() => {
          if (owed) submit({ type: 'wait' });
        }}
      >
        {composer.wait} <Key name="W" />
      </button>
      <PointedNote mark="wait" id="wait-pointed" />
    </div>
  );
}
