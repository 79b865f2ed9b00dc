/** Two directions, closed one by one: the player is both applications, and lets the segments arrive. */
import { useSignal } from '@preact/signals';
import { closingOf, newHalfClose, parcel, pierOf, possibleCloses } from '../../../../shared/lessons/halfClose.ts';
import { type Role, roles } from '../../../../shared/game/role.ts';
import { machineTexts } from '../../../../shared/lessons/machineWords.ts';
import { type Strait, type StraitAction, actAll } from '../../../../shared/lessons/strait.ts';
import { type HalfCloseDone, doneInHalfClose } from '../../../library/closeTasks.ts';
import { locale } from '../../../state/settings.ts';
import { Choice } from '../../choice.tsx';
import { Bench, type Call } from './bench.tsx';
import { Frame } from './frame.tsx';

const answers = ['nothing', 'closes-at-once'] as const;
type Answer = (typeof answers)[number];

export function HalfCloseMachine() {
  const words = machineTexts[locale.value].halfClose;
  const answer = useSignal<Answer>('nothing');
  const actions = useSignal<readonly StraitAction[]>([]);
  const done = useSignal<HalfCloseDone>({ four: false, half: false, three: false });
  const strait = actAll(newHalfClose(answer.value), actions.value);
  const before = actAll(newHalfClose(answer.value), actions.value.slice(0, -1));
  const play = (next: readonly StraitAction[]): void => {
    actions.value = next;
    done.value = doneInHalfClose(done.value, actAll(newHalfClose(answer.value), next));
  };
  const add = (action: StraitAction): void => play([...actions.value, action]);
  const may = possibleCloses(strait);
  const { waves, crossed, over } = closingOf(strait);
  return (
    <Frame
      id="half-close"
      tasks={(['four', 'half', 'three'] as const).map((name) => ({
        name,
        text: words.tasks[name],
        done: done.value[name],
      }))}
      shows={Object.values(done.value).every(Boolean) ? words.shows : []}
    >
      <div class="machine-switches">
        <Choice
          label={words.answer}
          name="answer"
          value={answer}
          options={answers.map((value) => ({ value, text: words.answers[value] }))}
          onChoose={(value) => {
            answer.value = value;
            play([]);
          }}
        />
      </div>
      <Bench
        strait={strait}
        before={before}
        calls={callsFor(may, add)}
        onArrive={(name) => add({ type: 'arrive', name })}
        onSink={null}
        onWait={may.some(({ type }) => type === 'wait') ? () => add({ type: 'wait' }) : null}
        onUndo={actions.value.length === 0 ? null : () => play(actions.value.slice(0, -1))}
        onAgain={() => play([])}
        said={over ? words.counted(waves, crossed) : ''}
      >
        <Piers strait={strait} />
      </Bench>
    </Frame>
  );
}

function callsFor(may: readonly StraitAction[], add: (action: StraitAction) => void): readonly Call[] {
  const words = machineTexts[locale.value].halfClose;
  return may.flatMap((action): readonly Call[] => {
    if (action.type === 'close') {
      return [{ name: `close-${action.host}`, host: action.host, label: words.close, run: () => add(action) }];
    }
    if (action.type !== 'send') return [];
    const label = words.send(parcel[action.host]);
    return [{ name: `send-${action.host}`, host: action.host, label, run: () => add(action) }];
  });
}

/** The two piers: as long as the way is open, half withdrawn while the FIN is not confirmed, gone after that. */
function Piers({ strait }: { readonly strait: Strait }) {
  const words = machineTexts[locale.value].halfClose;
  return (
    <ul class="piers">
      {roles.map((role) => {
        const pier = pierOf(strait, role);
        return (
          <li key={role} data-pier={role} data-is={pier}>
            <PierPicture role={role} pier={pier} />
            <span>
              <b>{words.ways[role]}</b> <small>{words.pier[pier]}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function PierPicture({ role, pier }: { readonly role: Role; readonly pier: ReturnType<typeof pierOf> }) {
  const end = { open: 196, waiting: 116, closed: 40 }[pier];
  const piles = Array.from({ length: Math.floor((end - 8) / 26) }, (_, n) => 14 + 26 * n);
  return (
    <svg class={`pier pier-${pier}`} viewBox="0 0 240 44" aria-hidden="true">
      <g transform={role === 'client' ? '' : 'translate(240 0) scale(-1 1)'}>
        <path class="pier-water" d="M0 40h240" />
        {piles.map((x) => (
          <path key={x} class="pier-pile" d={`M${x} 20v18`} />
        ))}
        <path class="pier-deck" d={`M0 16h${end}`} />
        {pier === 'open' && <path class="pier-tip" d="M200 4l22 12l-22 12z" />}
        {pier === 'waiting' && <path class="pier-ghost" d={`M${end + 8} 16H196`} />}
        {pier === 'closed' && <path class="pier-gate" d={`M${end + 4} 4v24`} />}
      </g>
    </svg>
  );
}
