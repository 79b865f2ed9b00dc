/** lab-02's left side: a header in octets, four a row as the RFC draws it; or the packets, with numbers as on the wire. */
import { Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import { isPartDone } from '../../../shared/lessons/lab/attempt.ts';
import { blackboard, flagOctet, flagOctets, pageOfField } from '../../../shared/lessons/lab/header.ts';
import { ctlOf } from '../../../shared/tcp/segment.ts';
import { form } from '../../lab/bench.ts';
import { clearMarks, field, header, marked, markedName, octets, press } from '../../lab/board.ts';
import { part, report } from '../../lab/report.ts';
import { labSays, lp } from '../../lab/words.ts';
import { LibraryLink } from '../libraryLink.tsx';
import { PacketList } from './packetList.tsx';
import { moveFocus } from './roving.ts';

export function Blackboard() {
  const now = part.value;
  useEffect(() => {
    clearMarks();
    field.value = null;
  }, [now]);
  if (now === 'relative') return <Wire />;
  if (now === 'flags') return <KnownFlags />;
  return <div class="capture">{header.value !== null && <Header key={header.value} />}</div>;
}

/** The numbers that are asked for are not shown before they were found. */
function Wire() {
  const attempt = report.value?.attempt;
  const done = attempt !== undefined && isPartDone(attempt, 'relative');
  useEffect(() => {
    form.value = done ? 'relative' : 'absolute';
  }, [done]);
  return (
    <div class="capture">
      <p>{done ? lp.value.header.asWireshark : lp.value.header.wire}</p>
      <PacketList fixed />
    </div>
  );
}

/** The flag octets of the three headers, which were read before. */
function KnownFlags() {
  const known = flagOctets.slice(0, 3);
  return (
    <div class="capture">
      <section class="blackboard" aria-label={lp.value.header.known}>
        <h2>{lp.value.header.known}</h2>
        <ul class="known-flags mono">
          {known.map((flags) => (
            <Fragment key={flagOctet(flags)}>
              <li>{flagOctet(flags)}</li>
              <li>{nibbles(ctlOf([...flags]))}</li>
              <li>{flags.join(', ')}</li>
            </Fragment>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** '0001 0010'. */
const nibbles = (octet: number): string => octet.toString(2).padStart(8, '0').replace(/^.{4}/, '$& ');

function Header() {
  const { header: words } = lp.value;
  const which = blackboard.findIndex((name) => name === header.value) + 1;
  const now = part.value;
  const hint = now === 'values' || now === 'octets' || now === 'bare' ? words.hint[now] : '';
  const rows = Array.from({ length: octets.value.length / 4 }, (_, i) => i * 4);
  return (
    <section class="blackboard" aria-label={words.title(which)} data-header={header.value ?? ''}>
      <h2>{words.title(which)}</h2>
      <p class="hint">{hint}</p>
      <div class="blackboard-grid mono" data-roving>
        {rows.map((start) => (
          <div class="blackboard-row" key={start}>
            <span class="bytes-offset" aria-hidden="true">
              {start}
            </span>
            {[...octets.value.subarray(start, start + 4)].map((octet, n) => (
              <Octet key={start + n} at={start + n} octet={octet} />
            ))}
          </div>
        ))}
      </div>
      {now === 'octets' && (
        <p role="status" data-marked={markedName.value}>
          {markedName.value === '' ? words.nothingMarked : words.marked(markedName.value)}
        </p>
      )}
      <Bits />
      {now === 'values' && field.value !== null && (
        <p class="blackboard-more">
          <LibraryLink at={pageOfField[field.value]}>{words.more(labSays.value.header[field.value])}</LibraryLink>
        </p>
      )}
    </section>
  );
}

/** The marked octets bit by bit; of the one that two fields share, the bits of the chosen one stand out. */
function Bits() {
  const shared = part.value === 'values' && field.value === 'data-offset';
  if (marked.value.length === 0) return null;
  return (
    <p class="bits-line">
      <span class="hint">{lp.value.header.bits}</span>{' '}
      <span class="mono">
        {marked.value.map((at) => {
          const bits = (octets.value[at] ?? 0).toString(2).padStart(8, '0');
          return (
            <span key={at} class="bits-octet">
              <b>{bits.slice(0, 4)}</b> {shared ? <span class="blank">{bits.slice(4)}</span> : <b>{bits.slice(4)}</b>}
            </span>
          );
        })}
      </span>
    </p>
  );
}

function Octet({ at, octet }: { readonly at: number; readonly octet: number }) {
  const isMarked = marked.value.includes(at);
  const isStop = at === (marked.value[0] ?? 0);
  const hex = octet.toString(16).padStart(2, '0');
  return (
    <button
      type="button"
      class="octet"
      data-octet={at}
      aria-pressed={isMarked}
      aria-label={lp.value.bytes.octet(at, hex, '').replace(/[,，]\s*$/, '')}
      tabIndex={isStop ? 0 : -1}
      onClick={(event) => press(at, event.shiftKey)}
      onKeyDown={(event) =>
        moveFocus(event, {
          along: 'grid',
          width: 4,
          arrive: (button, { shiftKey }) => {
            if (!shiftKey) return;
            // From here on, where nothing was begun.
            if (marked.peek().length === 0) press(at, false);
            press(Number(button.dataset['octet']), true);
          },
        })
      }
    >
      {hex}
    </button>
  );
}
