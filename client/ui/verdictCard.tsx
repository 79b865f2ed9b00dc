/** Why a move was refused: field, given, wanted; what the player may believe; the rule; and what else is right. */
import { useEffect, useRef } from 'preact/hooks';
import type { Move } from '../../shared/judge/move.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import { assertNever } from '../../shared/result.ts';
import { flagText } from '../art/flags.ts';
import type { Session } from '../state/session.ts';
import { locale, numberForm, t } from '../state/settings.ts';
import { type No, consequence, refused } from '../state/store.ts';
import { shownNumber } from '../text/numbers.ts';
import { type Reason, reasonOf, ruleOf } from '../text/reason.ts';
import { moveWords } from '../text/tell.ts';
import { focusFault } from './focus.ts';
import { ReadMore } from './readMore.tsx';
import { CloseIcon } from './icons.tsx';
import { teller } from './teller.ts';

const both = <T,>(say: (value: T) => string, { given, wanted }: { readonly given: T; readonly wanted: T }) => ({
  given: say(given),
  wanted: say(wanted),
});

/** `given` and `wanted` of a verdict in words. */
export function faultWords(
  verdict: Verdict,
  role: Role,
  now: Session,
): { readonly given: string; readonly wanted: string } {
  const { verdict: words } = t.value;
  switch (verdict.field) {
    case 'move':
      return both((move: 'send' | 'wait') => words[move], verdict);
    case 'flags':
      return both((flags: typeof verdict.given) => flagText(flags) || words.noFlags, verdict);
    case 'seq':
    case 'ack': {
      const base = now.bases[verdict.field === 'seq' ? role : otherRole(role)];
      const say = (value: number | null): string =>
        value === null ? words.blank : shownNumber(value, base, numberForm.value);
      return both(say, verdict);
    }
    case 'payload': {
      const say = (part: typeof verdict.given): string =>
        part === null ? words.nothing : words.octets(part.offset + 1, part.offset + part.length);
      return both(say, verdict);
    }
    default:
      return assertNever(verdict);
  }
}

/** In a free match the move has been done, and the card is a comment. */
function titleOf({ move, late }: No, { view }: Session): string {
  const { verdict: words } = t.value;
  if (late === true) return words.lateTitle;
  if (view.judging === 'free') return move.type === 'wait' ? words.waitedTitle : words.sailedTitle;
  return move.type === 'wait' ? words.waitTitle : words.title;
}

export function VerdictCard({ now, role }: { readonly now: Session; readonly role: Role }) {
  const { verdict: words } = t.value;
  const no = refused.value;
  const focused = useRef(no);
  useEffect(() => {
    if (no !== null && focused.current !== no && now.view.judging === 'strict') focusFault(no.verdict);
    focused.current = no;
  }, [no]);
  return (
    <div role="alert" class="verdict-place">
      {no !== null && (
        <article class="verdict" tabIndex={0} data-field={no.verdict.field} data-clause={no.verdict.clause}>
          <h3>
            <span aria-hidden="true">✕</span> {titleOf(no, now)}
          </h3>
          <Fault verdict={no.verdict} role={role} now={now} />
          <p class="verdict-reason">
            <Why verdict={no.verdict} />
          </p>
          <AlsoKinds verdict={no.verdict} />
          <p class="verdict-ways">
            {consequence.value !== null && now.view.judging === 'strict' && no.late !== true && (
              <button type="button" class="button small" data-consequence onClick={() => consequence.peek()?.()}>
                {words.consequence}
              </button>
            )}
            <ReadMore verdict={no.verdict} />
          </p>
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => {
              refused.value = null;
            }}
          >
            <CloseIcon />
          </button>
        </article>
      )}
    </div>
  );
}

/** What the player seems to believe, and the rule that was broken; where the belief has no name, the rule only. */
export function Why({ verdict }: { readonly verdict: Verdict }) {
  const { verdict: words } = t.value;
  const { belief } = reasonOf(verdict, locale.value);
  return (
    <>
      <span class="verdict-why">
        {belief !== null && <b data-belief={verdict.misconceptions[0]}>{words.belief(belief)} </b>}
        <Reasoned {...reasonOf(verdict, locale.value)} />
      </span>
      {belief !== null && (
        <span class="verdict-rule">
          {words.rule}
          {words.marks.colon}
          <Reasoned {...ruleOf(verdict, locale.value)} />
        </span>
      )}
    </>
  );
}

const Reasoned = ({ sentence, section }: Reason) => (
  <>
    {sentence} <small class="verdict-section">{t.value.verdict.section(section)}</small>
  </>
);

/** The other moves that would have been right as well, with all their numbers: for afterwards. */
export function AlsoRight({ verdict, role, now }: FaultProps) {
  const speaker = teller(now, numberForm.value);
  return <Others moves={verdict.expected.slice(1).map((move) => moveWords(move, role, speaker))} />;
}

/** The same by kind only, beside a decision that is still open: its numbers are for the player to find. */
function AlsoKinds({ verdict }: { readonly verdict: Verdict }) {
  const { verdict: words } = t.value;
  const kind = (move: Move): string =>
    move.type === 'wait' ? words.wait : words.kind(flagText(move.flags), move.payload?.length ?? 0);
  return <Others moves={verdict.expected.slice(1).map(kind)} />;
}

export function Others({ moves }: { readonly moves: readonly string[] }) {
  if (moves.length === 0) return null;
  const { verdict: words } = t.value;
  return (
    <p class="also-right">
      {words.also}
      {words.marks.colon}
      <span class="mono">{[...new Set(moves)].join(' · ')}</span>
    </p>
  );
}

interface FaultProps {
  readonly verdict: Verdict;
  readonly role: Role;
  readonly now: Session;
}

/** Field, given, wanted in one line. */
export function Fault({ verdict, role, now }: FaultProps) {
  const { verdict: words } = t.value;
  const { given, wanted } = faultWords(verdict, role, now);
  return (
    <p class="fault">
      <b>{words.field[verdict.field]}</b>
      {words.marks.colon}
      {words.given} <span class="mono given">{given}</span>
      {words.marks.comma}
      {words.wanted} <span class="mono wanted">{wanted}</span>
      {words.marks.stop}
    </p>
  );
}
