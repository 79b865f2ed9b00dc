/** Moves the focus to a part of the composer: for shortcuts, and for the field that a verdict blames. */
import type { Verdict } from '../../shared/judge/verdict.ts';

export function focusOn(selector: string): void {
  const found = document.querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
}

export const focusPayload = (): void => focusOn('#payload input:checked');

export function focusFault(verdict: Verdict): void {
  switch (verdict.field) {
    case 'seq':
    case 'ack':
      return focusOn(`#${verdict.field}`);
    case 'payload':
      return focusPayload();
    case 'flags': {
      const { given, wanted } = verdict;
      const odd = [...wanted, ...given].find((flag) => given.includes(flag) !== wanted.includes(flag));
      return focusOn(`[data-flag="${odd ?? 'SYN'}"]`);
    }
    case 'move':
      return focusOn(verdict.wanted === 'wait' ? '#wait' : '[data-flag="SYN"]');
  }
}
