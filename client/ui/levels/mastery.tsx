/** The forty misconceptions: what is mastered, on the way, slipped lately or not met, why, and where to practise. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type MisconceptionId, misconceptions } from '../../../shared/judge/misconceptions.ts';
import { levelOf } from '../../../shared/levels/catalogue.ts';
import { type Colour, colours } from '../../../shared/levels/mastery.ts';
import { levelsFor, practiceFor } from '../../../shared/levels/practice.ts';
import { masteryTexts, sayMastery } from '../../../shared/levels/sayMastery.ts';
import { today } from '../../clock.ts';
import { accessTo, placeOf } from '../../solo/chart.ts';
import { type Skill, type SkillGroup, countColours, skillsOf } from '../../solo/masteryView.ts';
import { progress } from '../../solo/progress.ts';
import { textOf } from '../../state/levelWords.ts';
import { pt } from '../../state/progressWords.ts';
import { locale } from '../../state/settings.ts';
import { DailyLink } from './dailyLink.tsx';
import { Heading } from './heading.tsx';
import { LevelLink } from './levelLink.tsx';
import { NameOnBoards } from './nameOnBoards.tsx';
import { SaveProgress } from './saveProgress.tsx';

export function Mastery() {
  const { mastery, name } = pt.value;
  const only = useSignal<Colour | null>(null);
  const groups = skillsOf(progress.value, today(), only.value);
  return (
    <main class="map mastery" id="main">
      <header class="map-head">
        <div>
          <Heading>{mastery.title}</Heading>
          <p class="lead">{mastery.lead}</p>
        </div>
        <div class="map-ways">
          <DailyLink />
          <LevelLink class="button" to={{ type: 'levels' }}>
            {mastery.map}
          </LevelLink>
        </div>
      </header>
      <Forty />
      <Legend
        only={only.value}
        onOnly={(colour) => {
          only.value = colour;
        }}
      />
      {groups.length === 0 && <p class="empty">{mastery.none}</p>}
      <div class="skill-groups">
        {groups.map((group) => (
          <Group key={group.group} group={group} />
        ))}
      </div>
      <SaveProgress />
      <section class="save" aria-label={name.title}>
        <h2>{name.title}</h2>
        <NameOnBoards />
      </section>
    </main>
  );
}

/** All forty at a glance, as lamps along a pier. The list below has the same in words. */
function Forty() {
  const lamps = skillsOf(progress.value, today()).flatMap(({ skills }) => skills);
  return (
    <p class="forty" aria-hidden="true">
      {lamps.map(({ id, colour }) => (
        <Lamp key={id} colour={colour} />
      ))}
    </p>
  );
}

/** How many there are of each colour; pressed, only those are shown. */
function Legend({ only, onOnly }: { readonly only: Colour | null; readonly onOnly: (only: Colour | null) => void }) {
  const { mastery } = pt.value;
  const counts = countColours(progress.value);
  return (
    <div class="legend" role="group" aria-label={mastery.show}>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          class="button small"
          aria-pressed={only === colour}
          data-only={colour}
          data-count={counts[colour]}
          onClick={() => onOnly(only === colour ? null : colour)}
        >
          <Lamp colour={colour} /> <b class="mono">{counts[colour]}</b> {mastery.colour[colour]}
        </button>
      ))}
    </div>
  );
}

/** Never by colour alone: a cross, a half, a tick, a ring. */
const signs = { red: '✕', amber: '◐', green: '✓', grey: '○' } as const satisfies { readonly [c in Colour]: string };

const Lamp = ({ colour }: { readonly colour: Colour }) => (
  <span class={`lamp lamp-${colour}`} aria-hidden="true">
    {signs[colour]}
  </span>
);

function Group({ group: { group, skills } }: { readonly group: SkillGroup }) {
  const { mastery } = pt.value;
  return (
    <section class="skills" aria-label={mastery.group[group]}>
      <h2>{mastery.group[group]}</h2>
      <ul>
        {skills.map((skill) => (
          <SkillRow key={skill.id} skill={skill} />
        ))}
      </ul>
    </section>
  );
}

function SkillRow({ skill }: { readonly skill: Skill }) {
  const { mastery } = pt.value;
  const { id, colour, box, due } = skill;
  const open = useSignal(false);
  return (
    <li data-skill={id} data-colour={colour} {...(box === null ? {} : { 'data-box': box })}>
      <details
        onToggle={(event) => {
          open.value = event.currentTarget.open;
        }}
      >
        <summary>
          <Lamp colour={colour} />
          <span class="skill-name">{masteryTexts[locale.value].names[id]}</span>
          <span class="skill-state">
            {mastery.colour[colour]}
            {box !== null && due !== null && ` · ${mastery.box(box)} · ${mastery.due(due)}`}
          </span>
          <span class="chevron" aria-hidden="true">
            ›
          </span>
        </summary>
        <div class="skill-more">
          <p data-sentence>{sayMastery(id, progress.value.rows[id], locale.value)}</p>
          <p class="hint">
            {misconceptions[id][locale.value]} {mastery.section(misconceptions[id].section)}
          </p>
          {open.value && <Practise id={id} />}
        </div>
      </details>
    </li>
  );
}

/** Levels that are offered at once. */
const offered = 3;

function Practise({ id }: { readonly id: MisconceptionId }) {
  const { mastery } = pt.value;
  const now = progress.value;
  const all = useMemo(() => levelsFor(id), [id]);
  const isOpen = (level: string): boolean => {
    const found = levelOf(level);
    return found !== null && accessTo(found, now).access === 'open';
  };
  const found = practiceFor(id, now.rows[id], isOpen).slice(0, offered);
  const [first] = all;
  return (
    <>
      {found.length > 0 && (
        <p class="practise">
          {mastery.practise}
          {found.map((level) => {
            const known = levelOf(level);
            return (
              known !== null && (
                <LevelLink key={level} class="button small" to={{ type: 'level', id: level }}>
                  {placeOf(known)} {textOf(level).title}
                </LevelLink>
              )
            );
          })}
        </p>
      )}
      {found.length === 0 && first !== undefined && <p>{mastery.practiseLater(textOf(first).title)}</p>}
      {all.length === 1 && <p class="hint">{mastery.oneLevel}</p>}
    </>
  );
}
