/** What a locale must say about the levels: one missing text does not compile. */
import type { LevelId, VariantName } from '../ids.ts';
import type { World } from '../level.ts';

export interface LevelText {
  /** At most 40 characters. */
  readonly title: string;
  /** Before: what to do and why it matters. At most 240 characters. */
  readonly task: string;
  /** After: what it showed. At most 240 characters. */
  readonly teaches: string;
}

export interface LevelTexts {
  readonly worlds: { readonly [world in World]: string };
  readonly levels: { readonly [id in LevelId]: LevelText };
  /** Second attempts at a level, played otherwise. */
  readonly variants: { readonly [name in VariantName]: LevelText };
}
