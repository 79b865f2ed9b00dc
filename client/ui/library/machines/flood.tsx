/** A flood against the real stack: the backlog fills, the true client is turned away; then cookies, and their price. */
import { useSignal } from '@preact/signals';
import {
  type Flood,
  type FloodAction,
  type Terms,
  offered,
  playFlood,
  readCookie,
} from '../../../../shared/lessons/flood.ts';
import { machineTexts } from '../../../../shared/lessons/machineWords.ts';
import { type FloodDone, doneInFlood, setupOf, taken, waitsOut } from '../../../library/floodTasks.ts';
import { lib } from '../../../library/words.ts';
import { locale, t } from '../../../state/settings.ts';
import { grouped } from '../../../text/numbers.ts';
import { Choice } from '../../choice.tsx';
import { Frame } from './frame.tsx';

export function FloodMachine() {
  const words = machineTexts[locale.value].flood;
  const { machine } = lib.value;
  const cookies = useSignal<'off' | 'on'>('off');
  const actions = useSignal<readonly FloodAction[]>([]);
  const done = useSignal<FloodDone>({ fill: false, refused: false, cookies: false });
  const setup = setupOf(cookies.value === 'on');
  const flood = playFlood(setup, actions.value);
  const play = (next: readonly FloodAction[]): void => {
    actions.value = next;
    done.value = doneInFlood(done.value, setup.cookies, playFlood(setup, next));
  };
  return (
    <Frame
      id="flood"
      tasks={(['fill', 'refused', 'cookies'] as const).map((name) => ({
        name,
        text: words.tasks[name],
        done: done.value[name],
      }))}
      shows={Object.values(done.value).every(Boolean) ? words.shows : []}
    >
      <div class="machine-switches">
        <Choice
          label={words.switch}
          name="cookies"
          value={cookies}
          options={(['off', 'on'] as const).map((value) => ({
            value,
            text: words.switches[value],
            hint: words.switchHint,
          }))}
          onChoose={(value) => {
            cookies.value = value;
            actions.value = [];
          }}
        />
      </div>
      <div class="bench-place">
        <section class="bench panel" aria-label={machine.bench}>
          <Buttons flood={flood} cookies={setup.cookies} actions={actions.value} play={play} />
          <Client flood={flood} />
          <p class="bench-said bench-meaning" role="status" data-event={flood.event}>
            {words.events[flood.event]}
          </p>
        </section>
        <section class="bench-ladder panel" aria-label={words.backlog}>
          <Backlog flood={flood} />
        </section>
      </div>
      {flood.cookie !== null && flood.terms !== null && <Cookie iss={flood.cookie} terms={flood.terms} />}
    </Frame>
  );
}

interface ButtonProps {
  readonly flood: Flood;
  readonly cookies: boolean;
  readonly actions: readonly FloodAction[];
  readonly play: (next: readonly FloodAction[]) => void;
}

function Buttons({ flood, cookies, actions, play }: ButtonProps) {
  const words = machineTexts[locale.value].flood;
  const { machine } = lib.value;
  const add = (action: FloodAction): void => play([...actions, action]);
  const asking = flood.client.state === 'SYN-SENT';
  const full = taken(flood) === flood.places.length;
  // The step that leads on.
  const next = asking ? 'wait-out' : full && flood.client.state === 'CLOSED' ? 'connect' : 'forge';
  const look = (name: typeof next): string => (name === next ? 'button accent' : 'button');
  return (
    <div class="flood-ways">
      {[1, 10].map((count) => (
        <button
          key={count}
          type="button"
          class={count > 1 ? look('forge') : 'button'}
          data-forge={count}
          onClick={() => add({ type: 'forge', count })}
        >
          {words.forge(count)}
        </button>
      ))}
      <button
        type="button"
        class={look('connect')}
        data-connect
        aria-disabled={flood.client.state !== 'CLOSED'}
        onClick={() => flood.client.state === 'CLOSED' && add({ type: 'connect' })}
      >
        {words.connect}
      </button>
      <button
        type="button"
        class="button"
        data-wait
        aria-disabled={!asking}
        onClick={() => asking && add({ type: 'wait' })}
      >
        {words.wait}
      </button>
      <button
        type="button"
        class={look('wait-out')}
        data-wait-out
        aria-disabled={!asking}
        onClick={() => asking && play(waitsOut(cookies, actions))}
      >
        {words.waitOut}
      </button>
      <button type="button" class="button quiet" data-again onClick={() => play([])}>
        {machine.again}
      </button>
    </div>
  );
}

/** The places as berths of a quay: taken or free. */
function Backlog({ flood }: { readonly flood: Flood }) {
  const words = machineTexts[locale.value].flood;
  return (
    <>
      <h2>{words.backlog}</h2>
      <p role="status">{words.backlogWords(taken(flood), flood.places.length)}</p>
      <ol class="berths" data-taken={taken(flood)}>
        {flood.places.map((place, n) => (
          <li key={n} class={place === null ? 'berth' : 'berth berth-taken'}>
            <BerthPicture full={place !== null} />
            <span class={place === null ? 'blank' : 'mono'}>{place ?? words.free}</span>
          </li>
        ))}
      </ol>
      <dl class="counts flood-counts">
        {(['kept', 'dropped', 'cookies'] as const).map((what) => (
          <div key={what} data-count={what} data-value={flood.counts[what]}>
            <dd class="mono">{flood.counts[what]}</dd>
            <dt>{words.counts[what]}</dt>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A boat without a crew, or open water. */
const BerthPicture = ({ full }: { readonly full: boolean }) => (
  <svg class="berth-picture" viewBox="0 0 48 32" aria-hidden="true">
    <path class="berth-water" d="M0 28h48" />
    {full && <path class="berth-hull" d="M6 20h36l-6 8h-24z" />}
    {full && <path class="berth-mast" d="M24 20v-16h12l-3 4l3 4h-12" />}
  </svg>
);

function Client({ flood }: { readonly flood: Flood }) {
  const words = machineTexts[locale.value].flood;
  const { state, tries, error } = flood.client;
  return (
    <section class="flood-client" aria-label={words.client} data-client={state} data-error={error ?? ''}>
      <h3>{words.client}</h3>
      <p>
        <b class="mono">{state}</b> <small>{t.value.state[state]}</small>
      </p>
      {tries > 0 && <p>{words.tries(tries, String(flood.now / 1000))}</p>}
      {error !== null && <p class="said-wrong mono">✕ {error}</p>}
    </section>
  );
}

const termNames = ['mss', 'windowScale', 'sack', 'timestamps'] as const;

const bits = (value: number, width: number): string => value.toString(2).padStart(width, '0');

/** The 32 bits that came as seq of the SYN,ACK, and the options that found no room in them. */
function Cookie({ iss, terms }: { readonly iss: number; readonly terms: Terms }) {
  const words = machineTexts[locale.value].flood;
  const { counter, index, mss, hash } = readCookie(iss);
  const say = (value: number | boolean): string =>
    typeof value === 'number' ? String(value) : value ? words.agreed.yes : words.agreed.no;
  return (
    <div class="cookie">
      <section class="panel" aria-label={words.cookie} data-cookie={iss}>
        <h2>{words.cookie}</h2>
        <p>{words.cookieLead(grouped(iss))}</p>
        <ul class="cookie-bits">
          <li class="bits-counter">
            <span class="mono">{bits(counter, 5)}</span> <small>{words.bits.counter(counter)}</small>
          </li>
          <li class="bits-mss">
            <span class="mono">{bits(index, 3)}</span> <small>{words.bits.mss(index, mss)}</small>
          </li>
          <li class="bits-hash">
            <span class="mono">{bits(hash, 24)}</span> <small>{words.bits.hash}</small>
          </li>
        </ul>
      </section>
      <section class="panel">
        <table class="plain-table">
          <caption>{words.terms}</caption>
          <thead>
            <tr>
              <th scope="col">{words.termsHead.option}</th>
              <th scope="col">{words.termsHead.offered}</th>
              <th scope="col">{words.termsHead.got}</th>
            </tr>
          </thead>
          <tbody>
            {termNames.map((name) => (
              <tr key={name} data-term={name} data-lost={say(offered[name]) !== say(terms[name])}>
                <th scope="row">{words.term[name]}</th>
                <td class="mono">{say(offered[name])}</td>
                <td class="mono">{say(terms[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
