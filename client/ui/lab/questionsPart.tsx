/** The four questions: statements to tick; a check says of each wrong one why it holds, or why not. */
import { isRight } from '../../../shared/lessons/lab/attempt.ts';
import {
  asAnswer,
  holds,
  labQuestions,
  type LabQuestion,
  type Statement,
  statementsOf,
  ticked,
  wronglyTicked,
} from '../../../shared/lessons/lab/questions.ts';
import { draftOf, report, standingOf, submit, write } from '../../lab/report.ts';
import { labSays, lp } from '../../lab/words.ts';

export const QuestionsPart = () => (
  <div class="questions">
    {labQuestions.map((question) => (
      <Question key={question} question={question} />
    ))}
  </div>
);

function Question({ question }: { readonly question: LabQuestion }) {
  const { report: words } = lp.value;
  const field = `question.${question}`;
  const attempt = report.value?.attempt;
  const done = attempt !== undefined && isRight(attempt, field);
  const standing = standingOf(field);
  const wrong = standing === 'wrong' ? wronglyTicked(question, draftOf(field)) : [];
  return (
    <fieldset class="question" data-question={question} data-standing={standing}>
      <legend>{labSays.value.questions[question].ask}</legend>
      {statementsOf(question).map((statement) => (
        <StatementLine
          key={statement}
          question={question}
          statement={statement}
          look={done ? 'done' : wrong.includes(statement) ? 'wrong' : 'open'}
        />
      ))}
      {!done && (
        <div class="check-row">
          <button
            type="button"
            class="button"
            data-check={question}
            aria-disabled={draftOf(field) === ''}
            onClick={() => {
              if (draftOf(field) !== '') submit([field]);
            }}
          >
            {words.check}
          </button>
        </div>
      )}
      <p role="status" class={done ? 'said-right' : 'said-wrong'}>
        {done && `✓ ${words.right}`}
        {wrong.length > 0 && words.tally(statementsOf(question).length - wrong.length, wrong.length, 0)}
      </p>
    </fieldset>
  );
}

interface LineProps {
  readonly question: LabQuestion;
  readonly statement: Statement;
  /** `wrong`: told wrongly in the last check. */
  readonly look: 'open' | 'wrong' | 'done';
}

function StatementLine({ question, statement, look }: LineProps) {
  const texts: { readonly [statement in string]?: { readonly says: string; readonly why: string } } =
    labSays.value.questions[question].statements;
  const { says, why } = texts[statement] ?? { says: statement, why: '' };
  const field = `question.${question}`;
  const { report: words } = lp.value;
  const chosen = ticked(draftOf(field));
  const isTrue = holds(question, statement);
  return (
    <div class={`statement statement-${look}`} data-statement={statement} data-look={look}>
      <label class="check">
        <input
          type="checkbox"
          checked={chosen.includes(statement)}
          disabled={look === 'done'}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            write(
              field,
              asAnswer(statementsOf(question).filter((one) => (one === statement ? on : chosen.includes(one)))),
            );
          }}
        />
        <span>{says}</span>
      </label>
      {look !== 'open' && (
        <p class="why">
          {look === 'done' ? (
            <b class={isTrue ? 'said-right' : 'said-wrong'}>{isTrue ? words.holds : words.holdsNot} </b>
          ) : (
            <b class="said-wrong">
              <span aria-hidden="true">✕</span>
              <span class="hidden">{words.wrong}</span>{' '}
            </b>
          )}
          {why}
        </p>
      )}
    </div>
  );
}
