/** A mark on what a hint speaks of: an attribute for the style sheet, and words for those who do not see it. */
import { type Mark, isPointed } from '../state/pointed.ts';
import { t } from '../state/settings.ts';

export const pointedBy = (mark: Mark): { readonly 'data-pointed'?: true } =>
  isPointed(mark) ? { 'data-pointed': true } : {};

/** `id`: for `aria-describedby` of a control that is marked. */
export const PointedNote = ({ mark, id }: { readonly mark: Mark; readonly id?: string }) =>
  isPointed(mark) ? (
    <span class="hidden" {...(id === undefined ? {} : { id })}>
      {t.value.composer.pointed}
    </span>
  ) : null;
