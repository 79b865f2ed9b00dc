/** Language, theme, picture, numbers, shortcuts. */
import { texts } from '../../shared/i18n/texts.ts';
import { locales } from '../../shared/protocol/locale.ts';
import { switchNumbers } from '../composer/draft.ts';
import { locale, numberForm, plainView, shortcutsOn, t, themeChoice, themeChoices } from '../state/settings.ts';
import { numberForms } from '../text/numbers.ts';
import { Choice } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { settingsOpen } from './windows.ts';

export function Settings() {
  const { bar } = t.value;
  return (
    <Dialog open={settingsOpen} title={bar.settings}>
      <div class="settings">
        <Choice
          label={bar.language}
          name="locale"
          value={locale}
          options={locales.map((value) => ({ value, text: texts[value].name }))}
        />
        <Choice
          label={bar.theme}
          name="theme"
          value={themeChoice}
          options={themeChoices.map((value) => ({ value, text: bar[value] }))}
        />
        <Choice
          label={bar.view}
          name="view"
          value={plainView}
          options={[
            { value: false, text: bar.harbour },
            { value: true, text: bar.plain },
          ]}
        />
        <Choice
          label={bar.numbers}
          name="numbers"
          value={numberForm}
          options={numberForms.map((value) => ({ value, text: bar[value] }))}
          onChoose={(form) => {
            if (form !== numberForm.value) switchNumbers();
          }}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={shortcutsOn.value}
            onChange={(event) => {
              shortcutsOn.value = event.currentTarget.checked;
            }}
          />
          <span>
            {bar.shortcuts}
            <small class="hint">{bar.shortcutsHint}</small>
          </span>
        </label>
      </div>
    </Dialog>
  );
}
