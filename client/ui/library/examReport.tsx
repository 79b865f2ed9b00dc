/** After the last exercise: right answers and time, topic by topic. */
import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Paper, type Tally, paperFrom, tallies, tallyOf } from '../../library/paper.ts';
import { newPaper } from '../../library/seed.ts';
import { lib } from '../../library/words.ts';

export function ExamReport({ paper }: { readonly paper: Signal<Paper> }) {
  const { exam } = lib.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const now = paper.value;
  const again = (seed: number) => () => {
    paper.value = paperFrom(seed);
  };
  return (
    <article class="card" data-exercise="none" data-paper={now.seed}>
      <h2 ref={heading} tabIndex={-1} class="arrival">
        {exam.end}
      </h2>
      <p>{exam.endLead}</p>
      <div class="exam-report">
        <table>
          <thead>
            <tr>
              <th scope="col">{exam.report.topic}</th>
              <th scope="col">{exam.report.right}</th>
              <th scope="col">{exam.report.inTime}</th>
              <th scope="col">{exam.report.time}</th>
            </tr>
          </thead>
          <tbody>
            {tallies(now).map(([topic, tally]) => (
              <Row key={topic} name={exam.topic[topic]} mark={topic} tally={tally} />
            ))}
          </tbody>
          <tfoot>
            <Row name={exam.report.all} mark="all" tally={tallyOf(now.outcomes)} />
          </tfoot>
        </table>
      </div>
      <div class="card-ways">
        <button type="button" class="button accent" data-other-paper onClick={() => again(newPaper())()}>
          {exam.again}
        </button>
        <button type="button" class="button" data-same-paper onClick={again(now.seed)}>
          {exam.same}
        </button>
      </div>
    </article>
  );
}

interface RowProps {
  readonly name: string;
  readonly mark: string;
  readonly tally: Tally;
}

function Row({ name, mark, tally: { answered, right, inTime, spent } }: RowProps) {
  return (
    <tr data-topic={mark} data-right={right} data-answered={answered}>
      <th scope="row">{name}</th>
      <td class="mono">
        {right}/{answered}
      </td>
      <td class="mono">
        {inTime}/{answered}
      </td>
      <td class="mono">{lib.value.exam.report.seconds(Math.round(spent / 1000))}</td>
    </tr>
  );
}
