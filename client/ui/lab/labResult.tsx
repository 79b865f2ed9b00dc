/** After a lab: stars and why, what it showed, what was wrong at first; and where to go from here. */
import { useEffect, useRef } from 'preact/hooks';
import type { LabId } from '../../../shared/lessons/lab/frames.ts';
import { blackboard } from '../../../shared/lessons/lab/header.ts';
import { readFields } from '../../../shared/lessons/lab/labs.ts';
import { labQuestions } from '../../../shared/lessons/lab/questions.ts';
import { columns, solved, tables } from '../../../shared/lessons/lab/tables.ts';
import type { Level } from '../../../shared/levels/level.ts';
import { assertNever } from '../../../shared/result.ts';
import { begin, type LabWin, practise, report, won } from '../../lab/report.ts';
import { newSeed } from '../../library/seed.ts';
import { saveCapture } from '../../lab/steps.ts';
import { labSays, lp } from '../../lab/words.ts';
import { levelAfter } from '../../solo/chart.ts';
import { whyOf } from '../../solo/why.ts';
import { lt, textOf } from '../../state/levelWords.ts';
import { Board } from '../levels/board.tsx';
import { LevelLink } from '../levels/levelLink.tsx';
import { RunNote } from '../levels/runNote.tsx';
import { Stars } from '../levels/stars.tsx';
import { OwnExperiment } from './labIntro.tsx';

interface Props {
  readonly level: Level;
  readonly id: LabId;
}

export function LabResult({ level, id }: Props) {
  const { result } = lt.value;
  const words = lp.value.result;
  const head = useRef<HTMLElement>(null);
  useEffect(() => head.current?.focus(), []);
  const win = won.value;
  if (win === null) return null;
  const next = levelAfter(id);
  return (
    <main class="end result lab-result" id="main" data-result={id} data-stars={win.stars}>
      <header class="end-head" ref={head} tabIndex={-1}>
        <h1>
          {words.won} <Stars count={win.stars} />
        </h1>
        <p class="lead" data-why={whyOf(win, level.stars)} data-thinking={Math.round(win.thinking)}>
          {whyWords(win, level)} {win.record && result.record}
        </p>
        <p class="points">{result.points(win.points, win.bonus)}</p>
        <section class="lesson" aria-label={result.lesson}>
          <h2>{result.lesson}</h2>
          <p>{textOf(id).teaches}</p>
        </section>
        <RunNote />
        <div class="end-ways">
          {next === null ? (
            <p>{result.last}</p>
          ) : (
            <LevelLink class="button accent big" to={{ type: 'level', id: next.id }}>
              {result.next(textOf(next.id).title)}
            </LevelLink>
          )}
          <button type="button" class="button" data-again onClick={() => void begin(id)}>
            {result.againSame}
          </button>
          {id === 'lab-01-two-tables' && (
            <button type="button" class="button" data-practise onClick={() => practise(newSeed())}>
              {lp.value.practice.title}
            </button>
          )}
          <LevelLink class="button" to={{ type: 'levels' }}>
            {result.map}
          </LevelLink>
        </div>
      </header>
      {id === 'lab-01-two-tables' && <Records />}
      <Board level={id} />
      <Mistakes />
      <section class="panel" aria-label={words.save}>
        <h2>{words.save}</h2>
        <p>{words.saveHint}</p>
        <p>
          <button type="button" class="button" data-save onClick={saveCapture}>
            {lp.value.bar.save}
          </button>
        </p>
      </section>
      {id === 'lab-01-two-tables' && <OwnExperiment />}
    </main>
  );
}

/** Both tables as they were filled in: what a report is handed in with. */
function Records() {
  const { report: words } = lp.value;
  return (
    <section class="panel records" aria-label={words.title}>
      {tables.map((table) => (
        <table key={table} data-record-of={table}>
          <caption>{labSays.value.parts[table].title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.segment}</th>
              {columns[table].map((column) => (
                <th key={column} scope="col" class="mono">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="mono">
            {solved(table).map((row, n) => (
              <tr key={n}>
                <th scope="row">{n + 1}</th>
                {columns[table].map((column) => (
                  <td key={column}>{row[column] ?? words.noMeaning}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

/** Which fields were wrong at first, part by part. */
function Mistakes() {
  const words = lp.value.result;
  const attempt = report.value?.attempt;
  const wrong = (attempt?.fields ?? []).flatMap((field) => {
    const times = field.decision ? (attempt?.answers[field.id]?.wrong ?? 0) : 0;
    return times === 0 ? [] : [{ field, times }];
  });
  if (wrong.length === 0) return null;
  return (
    <section class="panel" aria-label={words.mistakes} data-mistakes={wrong.length}>
      <h2>{words.mistakes}</h2>
      <ul>
        {wrong.map(({ field: { id, part }, times }) => (
          <li key={id}>
            {labSays.value.parts[part].title}: {nameOf(id)} <small>{words.times(times)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A field in words: 'Row 1, seq', 'sequence number', or the question. */
function nameOf(id: string): string {
  const [, first = '', column = ''] = id.split('.');
  const { questions, header } = labSays.value;
  const question = labQuestions.find((one) => one === first);
  if (question !== undefined) return questions[question].ask;
  const read = readFields.find((one) => one === first);
  if (read !== undefined) return header[read];
  const row = /^\d$/.test(first) ? Number(first) : blackboard.findIndex((one) => one === first);
  return row < 0 ? id.slice(id.indexOf('.') + 1) : lp.value.report.cell(row + 1, column);
}

function whyWords(win: LabWin, { stars }: Pick<Level, 'stars'>): string {
  const words = lp.value.result;
  const seconds = (win.thinking / 1000).toFixed(1);
  const why = whyOf(win, stars);
  switch (why) {
    case 'clean':
      return words.clean(seconds, stars.three);
    case 'slow':
      return words.slow(seconds, stars.three);
    case 'verySlow':
      return words.verySlow(seconds, stars.two);
    case 'oneRefused':
      return words.oneWrong;
    case 'moreRefused':
      return words.moreWrong(win.refused);
    case 'helped':
      return lt.value.result.why.helped;
    default:
      return assertNever(why);
  }
}
