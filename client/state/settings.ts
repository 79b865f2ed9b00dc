/** What the player chose for this browser: remembered, and read by every panel through signals. */
import { type Signal, computed, effect, signal } from '@preact/signals';
import { clocks, judgings } from '../../shared/game/command.ts';
import { roles } from '../../shared/game/role.ts';
import { chooseLocale, texts } from '../../shared/i18n/texts.ts';
import { weathers } from '../../shared/net/weather.ts';
import { type Locale, locales } from '../../shared/protocol/locale.ts';
import { type Theme, themes } from '../style/tokens.ts';
import { type NumberForm, numberForms } from '../text/numbers.ts';
import { recall, remember } from './storage.ts';

/** A remembered choice out of a list; anything else that is found in storage counts as the default. */
function choice<const T>(key: string, list: readonly T[], fallback: T): Signal<T> {
  const found = recall(key);
  const chosen = signal(list.find((item) => item === found) ?? fallback);
  effect(() => {
    if (chosen.value !== fallback || recall(key) !== null) remember(key, chosen.value);
  });
  return chosen;
}

const flags = [true, false];

export const themeChoices = ['system', ...themes] as const;
export const drawChoices = ['any', ...roles] as const;
export type Draw = (typeof drawChoices)[number];

export const locale: Signal<Locale> = choice('locale', locales, chooseLocale(navigator.languages));
export const themeChoice: Signal<(typeof themeChoices)[number]> = choice('theme', themeChoices, 'system');
export const numberForm: Signal<NumberForm> = choice('numbers', numberForms, 'absolute');
export const plainView = choice('plain', flags, false);
export const shortcutsOn = choice('shortcuts', flags, true);
/** Docked beside the hand where there is room for it; a sheet over the hand, so closed at first, where not. */
export const ladderOpen = choice('ladder', flags, matchMedia('(width >= 64rem)').matches);

export const role: Signal<Draw> = choice('role', drawChoices, 'client');
export const closer: Signal<Draw> = choice('closer', drawChoices, 'any');
export const weather = choice('weather', weathers, 'calm');
export const clock = choice('clock', clocks, 'study');
/** Seconds until the bot plays for whoever is away. */
export const standIns = ['never', '10', '60', '300'] as const;
export const standIn: Signal<(typeof standIns)[number]> = choice('stand-in', standIns, '60');
export const judging = choice('judging', judgings, 'strict');

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const system = signal<Theme>(systemDark.matches ? 'dark' : 'light');
systemDark.addEventListener('change', () => {
  system.value = systemDark.matches ? 'dark' : 'light';
});

const still = matchMedia('(prefers-reduced-motion: reduce)');
/** The system asks for less motion: boats are placed, nothing bobs. */
export const calmMotion = signal(still.matches);
still.addEventListener('change', () => {
  calmMotion.value = still.matches;
});

export const theme = computed<Theme>(() => (themeChoice.value === 'system' ? system.value : themeChoice.value));
export const t = computed(() => texts[locale.value]);
