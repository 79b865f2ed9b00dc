/** Ways to play a level that no star comes of: the sandbox, and second attempts at something similar. */
import type { Level } from '../../../shared/levels/level.ts';
import { type Way, asWritten, sandbox } from '../../solo/sitting.ts';
import { playOtherwise } from '../../solo/table.ts';
import { lt, wordsOf } from '../../state/levelWords.ts';

interface Props {
  readonly level: Level;
  /** How it was just played, where it was. */
  readonly now?: Way;
  /** Second attempts come after the first. */
  readonly won: boolean;
}

export function OtherWays({ level, now = asWritten, won }: Props) {
  const { ways } = lt.value;
  const others = won ? level.variants.filter(({ name }) => name !== now.variant) : [];
  return (
    <section class="other-ways" aria-label={ways.title}>
      <h2>{ways.title}</h2>
      <ul>
        {now !== asWritten && (
          <Row name="plain" title={ways.plain} hint="" onPlay={() => playOtherwise(level, asWritten)} />
        )}
        <Row name="sandbox" title={ways.sandbox} hint={ways.sandboxHint} onPlay={() => playOtherwise(level, sandbox)} />
      </ul>
      {others.length > 0 && (
        <>
          <h3>{ways.second}</h3>
          <p class="hint">{ways.secondHint}</p>
          <ul>
            {others.map(({ name }) => (
              <Row
                key={name}
                name={name}
                title={wordsOf(level.id, name).title}
                hint={wordsOf(level.id, name).task}
                onPlay={() => playOtherwise(level, { variant: name, judging: 'strict' })}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly onPlay: () => void;
}

function Row({ name, title, hint, onPlay }: RowProps) {
  return (
    <li>
      <button type="button" class="button small" data-way={name} onClick={onPlay}>
        {title}
      </button>{' '}
      {hint !== '' && <span class="hint">{hint}</span>}
    </li>
  );
}
