/** The report: its parts in order, one of them open. */
import { useEffect, useRef } from 'preact/hooks';
import { assertNever } from '../../../shared/result.ts';
import { type Part, parts } from '../../../shared/lessons/lab/labs.ts';
import { tables } from '../../../shared/lessons/lab/tables.ts';
import { doneParts, isOpenPart, nextPart, part, practice, practise, report, resultShown } from '../../lab/report.ts';
import { newSeed } from '../../library/seed.ts';
import { lt } from '../../state/levelWords.ts';
import { labSays, lp } from '../../lab/words.ts';
import { LevelLink } from '../levels/levelLink.tsx';
import { FilterPart, FollowPart } from './capturePart.tsx';
import { FlagsPart } from './flagsPart.tsx';
import { OctetsPart } from './octetsPart.tsx';
import { PartHelp } from './partHelp.tsx';
import { QuestionsPart } from './questionsPart.tsx';
import { RelativePart } from './relativePart.tsx';
import { TablePart } from './tablePart.tsx';
import { ValuesPart } from './valuesPart.tsx';

export function ReportPane() {
  const attempt = report.value?.attempt;
  if (attempt === undefined) return null;
  return (
    <section class="report" aria-label={lp.value.report.title} data-part={part.value}>
      <PartTabs all={practice.value === null ? parts[attempt.id] : tables} />
      {practice.value !== null && <p>{lp.value.practice.lead}</p>}
      <OpenPart key={part.value} which={part.value} />
    </section>
  );
}

function PartTabs({ all }: { readonly all: readonly Part[] }) {
  const { report: words } = lp.value;
  return (
    <ol class="part-tabs">
      {all.map((one, n) => {
        const done = doneParts.value.includes(one);
        return (
          <li key={one}>
            <button
              type="button"
              class="tab"
              data-part-tab={one}
              data-done={done}
              {...(part.value === one ? { 'aria-current': 'step' as const } : {})}
              aria-disabled={!isOpenPart(one)}
              onClick={() => {
                if (isOpenPart(one)) part.value = one;
              }}
            >
              <span aria-hidden="true">{done ? '✓' : n + 1}</span> {labSays.value.parts[one].title}
              {done && <span class="hidden">, {words.done}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function OpenPart({ which }: { readonly which: Part }) {
  const { title, task } = labSays.value.parts[which];
  const heading = useRef<HTMLHeadingElement>(null);
  // Who comes from another part reads on here; the first one is on the screen from the beginning.
  useEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
    moved = true;
  }, []);
  return (
    <div class="part" data-open-part={which}>
      <h2 ref={heading} tabIndex={-1} class="arrival">
        {title}
      </h2>
      <p>{task}</p>
      <PartHelp which={which} />
      <Content which={which} />
      <WayOn which={which} />
    </div>
  );
}
let moved = false;

function Content({ which }: { readonly which: Part }) {
  switch (which) {
    case 'filter':
      return <FilterPart />;
    case 'follow':
      return <FollowPart />;
    case 'opening':
    case 'closing':
      return <TablePart table={which} />;
    case 'questions':
      return <QuestionsPart />;
    case 'values':
    case 'bare':
      return <ValuesPart which={which} />;
    case 'octets':
      return <OctetsPart />;
    case 'relative':
      return <RelativePart />;
    case 'flags':
      return <FlagsPart />;
    default:
      return assertNever(which);
  }
}

/** When the part is done: the next one, or the result. */
function WayOn({ which }: { readonly which: Part }) {
  const { report: words } = lp.value;
  if (!doneParts.value.includes(which)) return null;
  const next = nextPart.value;
  return (
    <div class="way-on">
      <p class="said-right" role="status">
        <span aria-hidden="true">✓ </span>
        {words.partDone}
      </p>
      {next === null && practice.value !== null && <PracticeWays />}
      {(next !== null || practice.value === null) && (
        <button
          type="button"
          class="button accent"
          {...(next === null ? { 'data-to-result': true } : { 'data-next-part': next })}
          onClick={() => {
            if (next === null) resultShown.value = true;
            else part.value = next;
          }}
        >
          {next === null ? words.toResult : words.next(labSays.value.parts[next].title)}
        </button>
      )}
    </div>
  );
}

/** Once more with other gaps, or back. */
function PracticeWays() {
  return (
    <>
      <button type="button" class="button accent" data-practise onClick={() => practise(newSeed())}>
        {lp.value.practice.again}
      </button>
      <LevelLink class="button" to={{ type: 'levels' }}>
        {lt.value.result.map}
      </LevelLink>
    </>
  );
}
