/** The bar above every screen: name, room, and the ways to settings, help and out. */
import { texts } from '../../shared/i18n/texts.ts';
import { ladderOpen, locale, t } from '../state/settings.ts';
import { spokenCode } from '../state/roomCode.ts';
import { goHome, leave } from '../state/seat.ts';
import { place, screen } from '../state/store.ts';
import { BookIcon, GearIcon, HelpIcon, LadderIcon, LeaveIcon } from './icons.tsx';
import { LibraryLink } from './libraryLink.tsx';
import { helpOpen, settingsOpen } from './windows.ts';

function LanguageButton() {
  const other = locale.value === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      class="button quiet"
      lang={other}
      onClick={() => {
        locale.value = other;
      }}
    >
      {other === 'en' ? 'EN' : '中文'}
      <span class="hidden"> {texts[other].name}</span>
    </button>
  );
}

export function TopBar() {
  const { bar, title } = t.value;
  const here = place.value;
  const inside = here.type === 'inside' || here.type === 'superseded';
  return (
    <header class="bar">
      {inside ? (
        <span class="wordmark">{title}</span>
      ) : (
        <button type="button" class="wordmark" onClick={goHome}>
          {title}
        </button>
      )}
      {here.type === 'inside' && (
        <span class="bar-room">
          {bar.room('')}
          <b class="mono">{spokenCode(here.code)}</b>
        </span>
      )}
      <nav class="bar-tools">
        {(screen.value === 'playing' || screen.value === 'ghost') && (
          <button
            type="button"
            class="button quiet"
            aria-pressed={ladderOpen.value}
            aria-label={bar.ladder}
            title={bar.ladder}
            onClick={() => {
              ladderOpen.value = !ladderOpen.value;
            }}
          >
            <LadderIcon />
            <span class="bar-word">{bar.ladder}</span>
          </button>
        )}
        {['start', 'levels', 'mastery', 'library'].includes(here.type) && (
          <LibraryLink at="" class="button quiet" current={here.type === 'library'} label={bar.library}>
            <BookIcon />
            <span class="bar-word">{bar.library}</span>
          </LibraryLink>
        )}
        <LanguageButton />
        <BarButton word={bar.settings} onPress={() => (settingsOpen.value = true)} icon={<GearIcon />} />
        <BarButton word={bar.help} onPress={() => (helpOpen.value = true)} icon={<HelpIcon />} />
        {here.type === 'inside' && <BarButton word={bar.leave} onPress={leave} icon={<LeaveIcon />} />}
      </nav>
    </header>
  );
}

interface BarButtonProps {
  readonly word: string;
  readonly onPress: () => void;
  readonly icon: preact.JSX.Element;
}

function BarButton({ word, onPress, icon }: BarButtonProps) {
  return (
    <button type="button" class="button quiet icon-only" aria-label={word} title={word} onClick={onPress}>
      {icon}
    </button>
  );
}
