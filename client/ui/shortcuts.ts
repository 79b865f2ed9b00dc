/** Single keys that play the game: never while typing, never with a modifier, and they can be switched off. */
import { composerFlags, toggled } from '../composer/compose.ts';
import { change, draft, putNumber, sendDraft, step, switchNumbers, target } from '../composer/draft.ts';
import { submit } from '../state/outbox.ts';
import { ladderOpen, plainView, shortcutsOn } from '../state/settings.ts';
import { screen, session } from '../state/store.ts';
import { chipsNow } from './chips.tsx';
import { focusOn, focusPayload } from './focus.ts';
import { helpOpen, settingsOpen } from './windows.ts';

const flip = (setting: { value: boolean }) => (): void => {
  setting.value = !setting.value;
};

/** Keys that only change how a match looks: replays have them too. */
const looks: { readonly [key: string]: () => void } = {
  l: flip(ladderOpen),
  n: switchNumbers,
  v: flip(plainView),
  '?': flip(helpOpen),
};

const keys: { readonly [key: string]: () => void } = {
  q: () => focusOn('#seq'),
  k: () => focusOn('#ack'),
  d: focusPayload,
  w: () => {
    if ((session.peek()?.view.own?.decision.length ?? 0) > 0) submit({ type: 'wait' });
  },
  '+': () => step(target.peek(), 1),
  '-': () => step(target.peek(), -1),
};

function pressed(key: string): (() => void) | undefined {
  const look = looks[key.toLowerCase()];
  if (look !== undefined || screen.peek() !== 'playing') return look;
  const flag = composerFlags.find((name) => name.startsWith(key.toUpperCase()));
  if (flag !== undefined) return () => change({ flags: toggled(draft.peek().flags, flag) });
  if (/^[1-9]$/.test(key)) {
    const now = session.peek();
    const chip = now === null ? undefined : chipsNow(now)[Number(key) - 1];
    return chip === undefined ? undefined : () => putNumber(target.peek(), chip.value);
  }
  return keys[key.toLowerCase()];
}

const isField = (element: EventTarget | null): element is HTMLElement =>
  element instanceof HTMLElement && element.matches('input:not([type=radio], [type=checkbox]), textarea, select');

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (settingsOpen.peek() || helpOpen.peek() || !['playing', 'replay'].includes(screen.peek())) return;
  if (isField(event.target)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (event.key === 'Enter' && screen.peek() === 'playing') {
    if (event.target === document.body || event.target instanceof HTMLInputElement) {
      event.preventDefault();
      sendDraft();
    }
    return;
  }
  const act = shortcutsOn.peek() && event.key.length === 1 ? pressed(event.key) : undefined;
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Returns what stops it. */
export function listenToKeys(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
