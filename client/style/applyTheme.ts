/** Hands the palette to the style sheets, and the language to the document. Through CSSOM: the CSP forbids more. */
import { effect } from '@preact/signals';
import { locale, t, theme } from '../state/settings.ts';
import { palettes } from './tokens.ts';

export function applyTheme(root: HTMLElement): void {
  effect(() => {
    root.dataset['theme'] = theme.value;
    root.style.colorScheme = theme.value;
    for (const [name, colour] of Object.entries(palettes[theme.value])) root.style.setProperty(`--${name}`, colour);
  });
  effect(() => {
    root.lang = locale.value;
    document.title = t.value.title;
  });
}
