/**
 * The colours of ART.md: the one table that the style sheets (as custom properties), the SVG pictures and the
 * Phaser scene read. `test/client/tokens.test.ts` holds every pair in use to WCAG AA.
 */
export const themes = ['dark', 'light'] as const;
export type Theme = (typeof themes)[number];

export const tokens = {
  dark: {
    sky: '#081528',
    sea: '#0B1F3A',
    swell: '#17375F',
    panel: '#0E2645',
    well: '#081A32',
    ink: '#F6F0E2',
    foam: '#9FC6D6',
    line: '#6F93AB',
    blue: '#8CB6FF',
    red: '#FF8A80',
    yellow: '#F2C12E',
    right: '#4CCB93',
    wrong: '#FF8A7C',
    lamp: '#F2C12E',
    onLamp: '#10243F',
    land: '#1A2F4B',
    landEdge: '#050E1C',
    fog: '#45617F',
    hull: '#F6F0E2',
    onHull: '#10243F',
    beam: '#F2E3A6',
    rain: '#5D84A3',
  },
  light: {
    sky: '#F6F0E2',
    sea: '#CFE3EA',
    swell: '#A9CAD6',
    panel: '#FFFBF0',
    well: '#F3EBD9',
    ink: '#10243F',
    foam: '#24597A',
    line: '#55788C',
    blue: '#1F4FB0',
    red: '#B4232A',
    yellow: '#7A5800',
    right: '#1C6F49',
    wrong: '#B4232A',
    lamp: '#F2C12E',
    onLamp: '#10243F',
    land: '#D9CDB2',
    landEdge: '#10243F',
    fog: '#9FB4BE',
    hull: '#FFFBF0',
    onHull: '#10243F',
    beam: '#FFF4C4',
    rain: '#6D93A6',
  },
} as const satisfies { readonly [theme in Theme]: { readonly [name: string]: `#${string}` } };

/** The cloth of the signal flags: the same by day and by night, as the International Code of Signals has it. */
export const cloth = {
  clothWhite: '#FFFBF0',
  clothBlue: '#1F4FB0',
  clothRed: '#C62D34',
  clothYellow: '#F2C12E',
  print: '#10243F',
} as const;

export type Token = keyof (typeof tokens)['dark'];
export type Paint = Token | keyof typeof cloth;
export type Palette = { readonly [paint in Paint]: string };

export const palettes: { readonly [theme in Theme]: Palette } = {
  dark: { ...tokens.dark, ...cloth },
  light: { ...tokens.light, ...cloth },
};

type Pair = readonly [fore: Token, back: Token];

/** Text and what lies behind it: at least 4.5 : 1. */
export const textPairs: readonly Pair[] = [
  ['ink', 'sky'],
  ['ink', 'sea'],
  ['ink', 'panel'],
  ['ink', 'well'],
  ['foam', 'sky'],
  ['foam', 'sea'],
  ['foam', 'panel'],
  ['foam', 'well'],
  ['blue', 'sky'],
  ['blue', 'panel'],
  ['blue', 'well'],
  ['red', 'panel'],
  ['red', 'well'],
  ['yellow', 'sky'],
  ['yellow', 'panel'],
  ['yellow', 'well'],
  ['right', 'sky'],
  ['right', 'panel'],
  ['right', 'well'],
  ['wrong', 'sky'],
  ['wrong', 'panel'],
  ['wrong', 'well'],
  ['onLamp', 'lamp'],
  ['onHull', 'hull'],
  ['sky', 'ink'],
];

/** Shapes that mean something (borders of controls, rings, lines) and what lies behind them: at least 3 : 1. */
export const shapePairs: readonly Pair[] = [
  ['line', 'sky'],
  ['line', 'panel'],
  ['line', 'well'],
  ['yellow', 'sky'],
  ['yellow', 'panel'],
  ['yellow', 'well'],
  ['foam', 'sea'],
  ['line', 'sea'],
  ['red', 'sky'],
  ['right', 'panel'],
];
