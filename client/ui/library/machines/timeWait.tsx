/** Why 2MSL: the last ACK is lost, or an old segment comes late; each with TIME-WAIT and without. */
import { useSignal } from '@preact/signals';
import { machineTexts } from '../../../../shared/lessons/machineWords.ts';
import { type StraitAction, actAll } from '../../../../shared/lessons/strait.ts';
import {
  type Experiment,
  type Choice as Setup,
  experiments,
  newExperiment,
  outcomeOf,
  possibleMoves,
} from '../../../../shared/lessons/timeWait.ts';
import { doneInTimeWait, nothingWaited } from '../../../library/closeTasks.ts';
import { locale } from '../../../state/settings.ts';
import { Choice } from '../../choice.tsx';
import { Bench, type Call } from './bench.tsx';
import { Frame, type Task } from './frame.tsx';

export function TimeWaitMachine() {
  const words = machineTexts[locale.value].timeWait;
  const experiment = useSignal<Experiment>('last-ack');
  const side = useSignal<'on' | 'off'>('off');
  const actions = useSignal<readonly StraitAction[]>([]);
  const done = useSignal(nothingWaited);
  const setup: Setup = { experiment: experiment.value, timeWait: side.value === 'on' };
  const strait = actAll(newExperiment(setup), actions.value);
  const before = actAll(newExperiment(setup), actions.value.slice(0, -1));
  const play = (next: readonly StraitAction[]): void => {
    actions.value = next;
    done.value = doneInTimeWait(done.value, setup, actAll(newExperiment(setup), next));
  };
  const add = (action: StraitAction): void => play([...actions.value, action]);
  const may = possibleMoves(setup, strait);
  const { on, off } = done.value[setup.experiment];
  const tasks = (['off', 'on'] as const).map((name): Task => {
    return { name, text: words.tasks[setup.experiment][name], done: done.value[setup.experiment][name] };
  });
  return (
    <Frame id="time-wait" tasks={tasks} shows={on && off ? words.shows[setup.experiment] : []}>
      <div class="machine-switches">
        <Choice
          label={words.experiment}
          name="experiment"
          value={experiment}
          options={experiments.map((value) => ({ value, text: words.experiments[value] }))}
          onChoose={(value) => {
            experiment.value = value;
            actions.value = [];
          }}
        />
        <Choice
          label={words.switch}
          name="time-wait"
          value={side}
          options={(['off', 'on'] as const).map((value) => ({ value, text: words.switches[value] }))}
          onChoose={(value) => {
            side.value = value;
            actions.value = [];
          }}
        />
      </div>
      <Bench
        strait={strait}
        before={actions.value.length === 0 ? strait : before}
        calls={callsFor(may, add)}
        onArrive={(name) => add({ type: 'arrive', name })}
        onSink={setup.experiment === 'last-ack' ? (name) => add({ type: 'lose', name }) : null}
        onWait={may.some(({ type }) => type === 'wait') ? () => add({ type: 'wait' }) : null}
        onUndo={actions.value.length === 0 ? null : () => play(actions.value.slice(0, -1))}
        onAgain={() => play([])}
        said={saidOf(setup, actions.value, strait)}
      />
    </Frame>
  );
}

function saidOf(setup: Setup, actions: readonly StraitAction[], strait: ReturnType<typeof newExperiment>): string {
  const words = machineTexts[locale.value].timeWait;
  if (actions.length === 0) return words.before[setup.experiment];
  return strait.failed === null ? words.outcomes[outcomeOf(setup, strait)] : words.taken;
}

function callsFor(may: readonly StraitAction[], add: (action: StraitAction) => void): readonly Call[] {
  const words = machineTexts[locale.value].timeWait;
  return may.flatMap((action): readonly Call[] =>
    action.type === 'close' || action.type === 'open'
      ? [{ name: action.type, host: action.host, label: words[action.type], run: () => add(action) }]
      : [],
  );
}
