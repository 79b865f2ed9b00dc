/** The room is open and the other end is free: code, link and QR code for the friend. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { otherRole } from '../../shared/game/role.ts';
import { findAddresses, linkTo } from '../state/addresses.ts';
import { spokenCode } from '../state/roomCode.ts';
import { t } from '../state/settings.ts';
import type { Session } from '../state/session.ts';
import { ratesText } from '../text/rates.ts';
import { Qr } from './qr.tsx';

export function WaitingRoom({ now }: { readonly now: Session }) {
  const words = t.value;
  useEffect(() => void findAddresses(), []);
  const { code } = now.room;
  const { weather, clock } = now.view;
  const other = otherRole(now.view.role ?? 'client');
  return (
    <main class="waiting" id="main">
      <div class="waiting-words">
        <h1>{words.room.title}</h1>
        <p class="lead">{words.room.lead}</p>
        <dl class="waiting-facts">
          <dt>{words.room.code}</dt>
          <dd class="waiting-code mono">{spokenCode(code)}</dd>
          <dt>{words.room.link}</dt>
          <dd>
            <Link link={linkTo(code)} />
          </dd>
          <dt>{words.room.other}</dt>
          <dd>{words.role[other]}</dd>
          <dt>{words.start.weather}</dt>
          <dd>
            {words.weather[weather]}: {ratesText(weather, words)}
          </dd>
          <dt>{words.start.clock}</dt>
          <dd>
            {words.clock[clock]}: {words.start.clockHint[clock]}
          </dd>
          <dt>{words.start.standIn}</dt>
          <dd>{words.start.standInAfter(now.room.standIn)}</dd>
        </dl>
        <p class="waiting-wait" role="status">
          <span class="pulse" aria-hidden="true" />
          {words.room.waits}
        </p>
      </div>
      <Qr text={linkTo(code)} />
    </main>
  );
}

function Link({ link }: { readonly link: string }) {
  const { room } = t.value;
  const copied = useSignal(false);
  const press = async (): Promise<void> => {
    copied.value = await copy(link);
  };
  return (
    <span class="link-row">
      <a class="mono" href={link}>
        {link}
      </a>
      <button type="button" class="button accent" onClick={() => void press()}>
        {copied.value ? `✓ ${room.copied}` : room.copy}
      </button>
    </span>
  );
}

/** The clipboard is there on secure origins only; on a LAN the old way still works. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
