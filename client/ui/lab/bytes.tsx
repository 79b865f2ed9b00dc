/** The octets of the chosen packet: those of the chosen line are marked, and an octet chooses its line. */
import { chooseOctet, chosen, chosenLine } from '../../lab/bench.ts';
import { letterOf, lineOfOctet } from '../../lab/lines.ts';
import { lp } from '../../lab/words.ts';
import { moveFocus } from './roving.ts';

/** Octets a row: two words of 32 bits, on a phone as well. */
const perRow = 8;

const hexOf = (octet: number): string => octet.toString(16).padStart(2, '0');

export function Bytes() {
  const { bytes } = lp.value;
  const octets = chosen.value?.octets;
  return (
    <section class="bytes" aria-label={bytes.title}>
      <div class="pane-head">
        <h2>{bytes.title}</h2>
        <p class="hint">{bytes.hint}</p>
      </div>
      {octets !== undefined && <Grid octets={octets} />}
    </section>
  );
}

function Grid({ octets }: { readonly octets: Uint8Array }) {
  const rows = Array.from({ length: Math.ceil(octets.length / perRow) }, (_, i) => i * perRow);
  const stop = chosenLine.value?.node.from ?? 0;
  return (
    <div class="bytes-scroll mono" data-roving>
      {rows.map((start) => (
        <div class="bytes-row" key={start}>
          <span class="bytes-offset" aria-hidden="true">
            {start.toString(16).padStart(4, '0')}
          </span>
          {[...octets.subarray(start, start + perRow)].map((octet, n) => (
            <Octet key={start + n} at={start + n} octet={octet} isStop={start + n === stop} />
          ))}
          <span class="bytes-letters" aria-hidden="true">
            {[...octets.subarray(start, start + perRow)].map(letterOf).join('')}
          </span>
        </div>
      ))}
    </div>
  );
}

interface OctetProps {
  readonly at: number;
  readonly octet: number;
  readonly isStop: boolean;
}

function Octet({ at, octet, isStop }: OctetProps) {
  const packet = chosen.value;
  const line = chosenLine.value?.node;
  const isMarked = line !== undefined && line.from <= at && at < line.to;
  const field = packet === null ? '' : (lineOfOctet(packet, at)?.node.text ?? '');
  return (
    <button
      type="button"
      class="octet"
      data-octet={at}
      aria-pressed={isMarked}
      aria-label={lp.value.bytes.octet(at, hexOf(octet), field)}
      tabIndex={isStop ? 0 : -1}
      onClick={() => chooseOctet(at)}
      onKeyDown={(event) => moveFocus(event, { along: 'grid', width: perRow, arrive: (button) => button.click() })}
    >
      {hexOf(octet)}
    </button>
  );
}
