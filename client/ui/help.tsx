/** What to do, which keys do it, what the flags and the picture mean. */
import { composerFlags } from '../composer/compose.ts';
import { t } from '../state/settings.ts';
import { Dialog } from './dialog.tsx';
import { LibraryLink } from './libraryLink.tsx';
import { SignalFlag } from './shapes.tsx';
import { helpOpen } from './windows.ts';

const keys = [
  ['flags', 'S A F R P U'],
  ['seq', 'Q'],
  ['ack', 'K'],
  ['payload', 'D'],
  ['chips', '1 – 7'],
  ['step', '↑ ↓'],
  ['send', 'Enter'],
  ['wait', 'W'],
  ['ladder', 'L'],
  ['numbers', 'N'],
  ['plain', 'V'],
  ['help', '?'],
  ['leave', 'Esc'],
] as const;

export function Help() {
  const { help, bar } = t.value;
  return (
    <Dialog open={helpOpen} title={help.title}>
      <p class="lead">{help.lead}</p>
      <p>
        <LibraryLink
          at=""
          onGo={() => {
            helpOpen.value = false;
          }}
        >
          {bar.library}
        </LibraryLink>
        {help.library}
      </p>
      <h3>{help.flagsTitle}</h3>
      <ul class="flag-list">
        {composerFlags.map((flag) => (
          <li key={flag}>
            <SignalFlag flag={flag} />
            <b>{flag}</b> {help.flag[flag]}
          </li>
        ))}
      </ul>
      <h3>{help.keys}</h3>
      <dl class="keys">
        {keys.map(([name, key]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{help.key[name]}</dd>
          </div>
        ))}
      </dl>
      <h3>{help.picture}</h3>
      {help.pictureLines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Dialog>
  );
}
