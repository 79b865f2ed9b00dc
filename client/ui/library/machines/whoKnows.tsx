/** Who knows what after which segment: four rows after each of the three, checked row by row, with the reason. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { machineTexts } from '../../../../shared/lessons/machineWords.ts';
import { type Strait, actAll, idleEnd, newStrait } from '../../../../shared/lessons/strait.ts';
import { type Ability, abilities } from '../../../../shared/lessons/whoKnows.ts';
import { LadderPicture } from '../../../ladder/ladder.tsx';
import { type Knowledge, checkRow, mark, newKnowledge } from '../../../library/knowledge.ts';
import { ladderStory } from '../../../library/straitLadder.ts';
import { lib } from '../../../library/words.ts';
import { locale } from '../../../state/settings.ts';
import { Frame } from './frame.tsx';

/** The handshake so far: its first `segments` have arrived. */
function handshake(segments: number): Strait {
  const idle = newStrait({ client: idleEnd([1000]), server: idleEnd([5000]) });
  const names = ['SYN 1', 'SYN,ACK 1', 'ACK 1'].slice(0, segments);
  return actAll(idle, [
    { type: 'listen', host: 'server' },
    { type: 'open', host: 'client' },
    ...names.map((name) => ({ type: 'arrive', name }) as const),
  ]);
}

const tables = ['first', 'second', 'third'] as const;

export function WhoKnowsMachine() {
  const words = machineTexts[locale.value].whoKnows;
  const { machine } = lib.value;
  const knowledge = useSignal<Knowledge>(newKnowledge);
  const { at } = knowledge.value;
  return (
    <Frame
      id="who-knows"
      tasks={tables.map((name, n) => ({ name, text: words.tasks[name], done: at > n }))}
      shows={at === 3 ? words.shows : []}
    >
      <div class="bench-place">
        <section class="bench panel" aria-label={machine.bench}>
          {tables.slice(0, at + 1).map((name, n) => (
            <Table key={name} n={n} knowledge={knowledge.value} onChange={(next) => (knowledge.value = next)} />
          ))}
          <div class="bench-tools">
            <button type="button" class="button quiet" data-again onClick={() => (knowledge.value = newKnowledge)}>
              {machine.again}
            </button>
          </div>
        </section>
        <section class="bench-ladder panel" tabIndex={0} aria-label={machine.ladder}>
          <LadderPicture story={ladderStory(handshake(Math.min(3, at + 1)))} />
        </section>
      </div>
    </Frame>
  );
}

interface TableProps {
  readonly n: number;
  readonly knowledge: Knowledge;
  readonly onChange: (next: Knowledge) => void;
}

function Table({ n, knowledge, onChange }: TableProps) {
  const words = machineTexts[locale.value].whoKnows;
  const open = knowledge.at === n;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (n > 0) head.current?.focus();
  }, []);
  const { wrong } = knowledge;
  return (
    <section class="know" data-table={n} data-right={!open} aria-label={words.after[n]}>
      <h3 ref={head} tabIndex={-1} class="arrival">
        {words.after[n]}
      </h3>
      <ul class="know-rows">
        {abilities.map((ability) => (
          <KnowRow key={ability} ability={ability} n={n} knowledge={knowledge} onChange={onChange} />
        ))}
      </ul>
      {open && (
        <button type="button" class="button accent" data-check onClick={() => onChange(checkRow(knowledge))}>
          {words.check}
        </button>
      )}
      <p role="status">
        {!open && <span class="said-right">✓ {words.right}</span>}
        {open && wrong !== null && <span class="said-wrong">✕ {words.wrong(wrong.length)}</span>}
      </p>
    </section>
  );
}

/** One ability, and a lamp for each keeper: lit if that one can be sure of it. */
function KnowRow({ ability, n, knowledge, onChange }: TableProps & { readonly ability: Ability }) {
  const words = machineTexts[locale.value].whoKnows;
  const open = knowledge.at === n;
  const marked = knowledge.rows[n]?.[ability];
  const wrong = open && (knowledge.wrong?.includes(ability) ?? false);
  const why = words.why[n]?.[ability] ?? '';
  return (
    <li class="know-row" data-ability={ability} data-wrong={wrong}>
      <span>{words.abilities[ability]}</span>
      <span class="know-lamps" role="group" aria-label={words.ask(words.abilities[ability])}>
        {(['client', 'server'] as const).map((who) => (
          <button
            key={who}
            type="button"
            class="button small know-lamp"
            data-knower={who}
            aria-pressed={marked?.[who] ?? false}
            aria-disabled={!open}
            onClick={() => open && onChange(mark(knowledge, ability, who))}
          >
            {words.knowers[who]}
          </button>
        ))}
      </span>
      {(wrong || !open) && (
        <small class={wrong ? 'know-why said-wrong' : 'know-why'}>
          {wrong && <span aria-hidden="true">✕ </span>}
          {why}
        </small>
      )}
    </li>
  );
}
