/** Why it is your move, or whose it is: the lines above the composer. */
import type { AppCall } from '../../shared/game/event.ts';
import { otherRole } from '../../shared/game/role.ts';
import type { EndView, Trigger } from '../../shared/game/view.ts';
import { assertNever } from '../../shared/result.ts';
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { alone } from '../state/store.ts';
import { shortText } from '../text/short.ts';
import { segmentWords } from '../text/words.ts';
import { JustRight } from './alsoRight.tsx';

/** What a trigger is, for those who read the page by program. */
function marks(trigger: Trigger): { readonly [name: `data-${string}`]: string | number | undefined } {
  switch (trigger.type) {
    case 'arrived': {
      const { flags, seq, ack, len } = trigger.header;
      return { 'data-flags': flags.join(','), 'data-seq': seq, 'data-ack': ack ?? undefined, 'data-len': len };
    }
    case 'called':
      return { 'data-call': trigger.call.call, 'data-len': trigger.call.len };
    case 'expired':
      return { 'data-timer': trigger.timer };
    case 'standstill':
      return {};
    default:
      return assertNever(trigger);
  }
}

function callWords({ call, text, len }: AppCall): string {
  const { due } = t.value;
  switch (call) {
    case 'OPEN':
      return due.open[text === 'passive' ? text : 'active'](len);
    case 'SEND':
      return due.send(shortText(text), len);
    case 'RECEIVE':
      return due.receive;
    case 'CLOSE':
      return due.close;
    case 'ABORT':
      return due.abort;
    default:
      return assertNever(call);
  }
}

function words(trigger: Trigger, end: EndView, now: Session): string {
  const { due } = t.value;
  switch (trigger.type) {
    case 'arrived':
      return due.arrived(segmentWords(trigger.header, otherRole(end.role), now.bases, numberForm.value));
    case 'called':
      return callWords(trigger.call);
    case 'expired':
      return due.expired[trigger.timer];
    case 'standstill':
      return due.standstill;
    default:
      return assertNever(trigger);
  }
}

function calm(now: Session, end: EndView): string {
  const { due } = t.value;
  const other = now.view.ends[otherRole(end.role)];
  if (!other.deciding) return due.nothing;
  if (other.keeper === 'bot') return due.bot;
  return alone.value ? due.ownOther : due.partner;
}

export function Prompt({ now, end }: { readonly now: Session; readonly end: EndView }) {
  const { due } = t.value;
  const owed = end.decision.length > 0;
  return (
    <div class={owed ? 'prompt owed' : 'prompt'} data-owed={owed}>
      <h2>{owed ? due.title : calm(now, end)}</h2>
      {owed && (
        <ul class="triggers">
          {end.decision.map((trigger, i) => (
            <li key={i} data-trigger={trigger.type} {...marks(trigger)}>
              {words(trigger, end, now)}
            </li>
          ))}
        </ul>
      )}
      {owed && now.view.pace === 'standing' && <p class="hint">{due.standing}</p>}
      <JustRight now={now} />
    </div>
  );
}
