import { useNavigate } from '@tanstack/react-router';
import { Languages, SunMoon } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, switchLanguage } from '../text/i18n';
import { LANGUAGES, type Language } from '../text/language';
import { chooseTheme, readTheme, THEME_CHOICES, type ThemeChoice } from './theme';

/** The other language is one press away, named in its own words. French leaves the address clean. */
export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const now = currentLanguage();
  const other = LANGUAGES.find((language) => language !== now) ?? 'fr';
  const choose = async (language: Language) => {
    await switchLanguage(language);
    await navigate({
      to: '.',
      search: ({ lang: _before, ...rest }) => (language === 'fr' ? rest : { ...rest, lang: language }),
      replace: true,
    });
  };
  return (
    <button type="button" className="setting-button" lang={other} onClick={() => void choose(other)}>
      <Languages aria-hidden size={18} />
      {t(`language.${other}`)}
    </button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation('common');
  const [choice, setChoice] = useState<ThemeChoice>(readTheme);
  const name = useId();
  return (
    <fieldset className="theme-switch">
      <legend>
        <SunMoon aria-hidden size={18} />
        {t('theme.label')}
      </legend>
      <div className="theme-choices">
        {THEME_CHOICES.map((option) => (
          <label key={option} className="theme-choice">
            <input
              type="radio"
              name={name}
              checked={choice === option}
              onChange={() => {
                chooseTheme(option);
                setChoice(option);
              }}
            />
            <span>{t(`theme.${option}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
