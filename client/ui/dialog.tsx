/** A native modal window, opened and closed by a signal: focus, Escape and the backdrop are the browser's. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../state/settings.ts';

interface Props {
  readonly open: Signal<boolean>;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Dialog({ open, title, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open.value) box.current?.showModal();
    else box.current?.close();
  }, [open.value]);
  if (!open.value) return null;
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-label={title}
      onClose={() => {
        open.value = false;
      }}
    >
      <header class="dialog-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            open.value = false;
          }}
        >
          {t.value.bar.close}
        </button>
      </header>
      {children}
    </dialog>
  );
}
