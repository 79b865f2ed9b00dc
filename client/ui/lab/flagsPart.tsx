/** Flag octets that are in none of the headers: the player sets the flags. */
import { flagOctet, flagsIn, loneFlagOctets } from '../../../shared/lessons/lab/header.ts';
import { flagNames } from '../../../shared/tcp/segment.ts';
import { draftOf, standingOf, write } from '../../lab/report.ts';
import { lp } from '../../lab/words.ts';
import { CheckButton } from './checkButton.tsx';
import { Mark, SlipLine, slipId } from './typedField.tsx';

const octets = loneFlagOctets.map(flagOctet);

export function FlagsPart() {
  const fields = octets.map((octet) => `flags.${octet}`);
  return (
    <>
      {octets.map((octet) => (
        <OctetRow key={octet} octet={octet} field={`flags.${octet}`} />
      ))}
      <CheckButton fields={fields} handIn={() => fields.filter((one) => draftOf(one) !== '')} name="flags" />
    </>
  );
}

function OctetRow({ octet, field }: { readonly octet: string; readonly field: string }) {
  const set = flagsIn(draftOf(field)) ?? [];
  const standing = standingOf(field);
  return (
    <div class="flag-row" data-flag-octet={octet} data-standing={standing}>
      <b class="mono">{octet}</b>
      <Mark field={field} />
      <div
        class="flag-toggles"
        role="group"
        aria-label={lp.value.header.flagsOf(octet)}
        aria-describedby={slipId(field)}
      >
        {flagNames.map((flag) => (
          <button
            key={flag}
            type="button"
            class="tab mono"
            data-set={flag}
            aria-pressed={set.includes(flag)}
            aria-disabled={standing === 'right'}
            onClick={() => {
              if (standing === 'right') return;
              const next = flagNames.filter((one) => (one === flag ? !set.includes(flag) : set.includes(one)));
              write(field, next.join(','));
            }}
          >
            {flag}
          </button>
        ))}
      </div>
      <SlipLine field={field} name={null} />
    </div>
  );
}
