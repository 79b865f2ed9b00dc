/** A button that asks before it acts, in its own place: the way back has the focus. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly word: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** For programs that read the page. */
  readonly mark: string;
  readonly onYes: () => void;
}

export function Confirm({ word, question, yes, no, mark, onYes }: Props) {
  const asking = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking.value) back.current?.focus();
    else if (asked.current) opener.current?.focus();
    asked.current = asking.value;
  }, [asking.value]);
  const answer = (act: () => void): void => {
    asking.value = false;
    act();
  };
  if (!asking.value) {
    return (
      <button
        ref={opener}
        type="button"
        class="button small"
        data-ask={mark}
        onClick={() => {
          asking.value = true;
        }}
      >
        {word}
      </button>
    );
  }
  return (
    <div class="confirm" role="group" aria-label={word}>
      <p role="alert">{question}</p>
      <button type="button" class="button small" data-yes={mark} onClick={() => answer(onYes)}>
        {yes}
      </button>
      <button ref={back} type="button" class="button small accent" data-no={mark} onClick={() => answer(() => {})}>
        {no}
      </button>
    </div>
  );
}
