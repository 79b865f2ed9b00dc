/** The keeper's logbook: the transmission control block, in the RFC's names, and the timers that run. */
import type { ComponentChildren } from 'preact';
import type { EndView, TcbView, TimerView } from '../../shared/game/view.ts';
import { otherRole } from '../../shared/game/role.ts';
import { switchNumbers } from '../composer/draft.ts';
import { frame } from '../frame.ts';
import type { Mark } from '../state/pointed.ts';
import { numberForm, shortcutsOn, t } from '../state/settings.ts';
import type { Bases } from '../text/numbers.ts';
import { SeqNumber } from './number.tsx';
import { pointedBy, PointedNote } from './pointed.tsx';
import { Ring } from './ring.tsx';

type Variable = 'ISS' | 'SND.UNA' | 'SND.NXT' | 'SND.WND' | 'IRS' | 'RCV.NXT' | 'RCV.WND';

const variables: readonly {
  readonly name: Variable;
  readonly of: keyof TcbView;
  readonly counts: 'own' | 'peer' | null;
}[] = [
  { name: 'ISS', of: 'iss', counts: 'own' },
  { name: 'SND.UNA', of: 'sndUna', counts: 'own' },
  { name: 'SND.NXT', of: 'sndNxt', counts: 'own' },
  { name: 'SND.WND', of: 'sndWnd', counts: null },
  { name: 'IRS', of: 'irs', counts: 'peer' },
  { name: 'RCV.NXT', of: 'rcvNxt', counts: 'peer' },
  { name: 'RCV.WND', of: 'rcvWnd', counts: null },
];

/** The variables that hints speak of. */
const isMark = (name: Variable): name is Variable & Mark =>
  name === 'ISS' || name === 'SND.UNA' || name === 'SND.NXT' || name === 'RCV.NXT' || name === 'SND.WND';

interface Props {
  readonly end: EndView;
  readonly bases: Bases;
  readonly title: string;
  readonly children?: ComponentChildren;
}

export function Logbook({ end, bases, title, children }: Props) {
  const { logbook, state, role } = t.value;
  const { tcb } = end;
  return (
    <section class="panel logbook" tabIndex={0} aria-label={`${title}, ${role[end.role]}`} data-role={end.role}>
      <header class="panel-head">
        <h2>{title}</h2>
        <span class="role-tag">{role[end.role]}</span>
        <NumberSwitch />
      </header>
      <p class="state" data-var="STATE" data-value={tcb.state} {...pointedBy('state')}>
        <b>{tcb.state}</b> <span>{state[tcb.state]}</span>
        <PointedNote mark="state" />
      </p>
      <dl class="tcb">
        {variables.map(({ name, of, counts }) => {
          const value = tcb[of];
          const number = typeof value === 'number' ? value : null;
          const base = counts === null ? null : bases[counts === 'own' ? end.role : otherRole(end.role)];
          return (
            <div
              key={name}
              class="var"
              data-var={name}
              {...(number === null ? {} : { 'data-value': number })}
              title={logbook.meaning[name]}
              {...(isMark(name) ? pointedBy(name) : {})}
            >
              <dt>
                {name}
                {isMark(name) && <PointedNote mark={name} />}
              </dt>
              <dd key={number}>
                {number === null ? (
                  <span class="blank">{logbook.blank}</span>
                ) : (
                  <SeqNumber value={number} base={base} />
                )}
              </dd>
            </div>
          );
        })}
        <Timers timers={end.timers} />
      </dl>
      {children}
    </section>
  );
}

/** Absolute or relative numbers, where the numbers are. */
function NumberSwitch() {
  const { bar } = t.value;
  return (
    <button
      type="button"
      class="button quiet small"
      onClick={switchNumbers}
      {...(shortcutsOn.value ? { 'aria-keyshortcuts': 'N' } : {})}
    >
      <span class="hidden">{bar.numbers}: </span>
      {bar[numberForm.value]}
      {shortcutsOn.value && <kbd aria-hidden="true">N</kbd>}
    </button>
  );
}

function Timers({ timers }: { readonly timers: readonly TimerView[] }) {
  const { logbook } = t.value;
  return (
    <div class="timers" {...pointedBy('timers')}>
      <dt>
        {logbook.timers}
        <PointedNote mark="timers" />
      </dt>
      {timers.length === 0 && <dd class="blank">{logbook.noTimers}</dd>}
      {timers.map((timer) => (
        <Timer key={timer.timer} view={timer} />
      ))}
    </div>
  );
}

function Timer({ view }: { readonly view: TimerView }) {
  const { logbook } = t.value;
  const left = Math.max(0, view.at - frame.value);
  const share = view.at > view.startedAt ? Math.min(1, left / (view.at - view.startedAt)) : 0;
  const name = logbook.timer[view.timer];
  const words = view.expired ? logbook.expired : logbook.left((left / 1000).toFixed(1));
  return (
    <dd class="timer" data-timer={view.timer} data-expired={view.expired}>
      <Ring share={view.expired ? 0 : share} />
      <span>
        {name} <b class="mono">{words}</b>
      </span>
    </dd>
  );
}
