/** Two segments or three: the player holds a SYN back, and lets it arrive when nobody wants it any more. */
import { useSignal } from '@preact/signals';
import { machineTexts } from '../../../../shared/lessons/machineWords.ts';
import {
  type Design,
  type TwoWayAction,
  designs,
  isBroken,
  newWorld,
  possible,
  steps,
} from '../../../../shared/lessons/twoWay.ts';
import { doneInTwoWay, replayable } from '../../../library/twoWayTasks.ts';
import { locale } from '../../../state/settings.ts';
import { Choice } from '../../choice.tsx';
import { Bench, type Call } from './bench.tsx';
import { Frame } from './frame.tsx';

export function TwoWayMachine() {
  const words = machineTexts[locale.value].twoWay;
  const design = useSignal<Design>('two-way');
  const actions = useSignal<readonly TwoWayAction[]>([]);
  const done = useSignal({ broke: false, saved: false });
  const { world, events } = steps(newWorld(design.value), actions.value);
  const before = steps(newWorld(design.value), actions.value.slice(0, -1)).world;
  const play = (next: readonly TwoWayAction[]): void => {
    actions.value = next;
    done.value = doneInTwoWay(done.value, steps(newWorld(design.value), next));
  };
  const choose = (next: Design): void => {
    design.value = next;
    play(replayable(next, actions.value));
  };
  const may = possible(world);
  const add = (action: TwoWayAction): void => play([...actions.value, action]);
  const said = events.length === 0 ? words.hint : words.events[world.event ?? 'nothing'];
  return (
    <Frame
      id="two-way"
      tasks={[
        { name: 'break', text: words.tasks.break, done: done.value.broke },
        { name: 'save', text: words.tasks.save, done: done.value.saved },
      ]}
      shows={done.value.broke && done.value.saved ? words.shows : []}
    >
      <div class="machine-switches">
        <Choice
          label={words.design}
          name="design"
          value={design}
          options={designs.map((value) => ({ value, text: words.designs[value] }))}
          onChoose={choose}
        />
      </div>
      <Bench
        strait={world.strait}
        before={before.strait}
        calls={callsFor(may, words, add)}
        onArrive={(name) => add({ type: 'arrive', name })}
        onSink={isBroken(world) ? null : (name) => add({ type: 'lose', name })}
        onWait={may.some(({ type }) => type === 'wait') ? () => add({ type: 'wait' }) : null}
        onUndo={actions.value.length === 0 ? null : () => play(actions.value.slice(0, -1))}
        onAgain={() => play([])}
        said={said}
      >
        <Verdict broken={isBroken(world)} began={actions.value.length > 0} />
        {isBroken(world) && (
          <button type="button" class="button accent" data-same onClick={() => choose('three-way')}>
            {words.same}
          </button>
        )}
      </Bench>
    </Frame>
  );
}

type Words = (typeof machineTexts)['en']['twoWay'];

function callsFor(may: readonly TwoWayAction[], words: Words, add: (action: TwoWayAction) => void): readonly Call[] {
  const labels = { open: words.open, 'give-up': words.giveUp, close: words.close } as const;
  return may.flatMap((action): readonly Call[] =>
    action.type === 'open' || action.type === 'give-up' || action.type === 'close'
      ? [{ name: action.type, host: 'client', label: labels[action.type], run: () => add(action) }]
      : [],
  );
}

/** Whether anything is open that nobody wants. */
function Verdict({ broken, began }: { readonly broken: boolean; readonly began: boolean }) {
  const words = machineTexts[locale.value].twoWay;
  return (
    <p class="bench-verdict" role="status" data-broken={broken}>
      {began && (
        <span class={broken ? 'said-wrong' : 'said-right'}>
          <span aria-hidden="true">{broken ? '✕' : '✓'}</span> {broken ? words.broken : words.sound}
        </span>
      )}
    </p>
  );
}
