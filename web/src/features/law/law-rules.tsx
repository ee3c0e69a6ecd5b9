import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { type LegalRule, legalRules } from './law.queries';
import './law.css';

const SECTIONS = ['path', 'ground', 'deed', 'fee', 'warning', 'remedies', 'other'] as const;

/** Every rule in plain words, with its article and what was corrected of it. */
export function LawRules({ rules, canCorrect }: { readonly rules: readonly LegalRule[]; readonly canCorrect: boolean }) {
  const { t } = useTranslation('law');
  return (
    <>
      {SECTIONS.map((section) => (
        <Panel key={section} id={section} title={t(`section.${section}`)}>
          <div className="stack">
            {rules
              .filter((rule) => rule.section === section)
              .map((rule) => (
                <Rule key={rule.key} rule={rule} canCorrect={canCorrect} />
              ))}
          </div>
        </Panel>
      ))}
    </>
  );
}

function Rule({ rule, canCorrect }: { readonly rule: LegalRule; readonly canCorrect: boolean }) {
  const { t } = useTranslation('law');
  const language = currentLanguage();
  const { title, text } = rule[language];
  return (
    <article className="law-step">
      <h3>{title}</h3>
      <p>{text}</p>
      <p className="law-source">{t('article', { article: rule.article })}</p>
      {rule.corrections.length > 0 ? (
        <Disclosure summary={t('corrections')} count={String(rule.corrections.length)}>
          <ul>
            {rule.corrections.map((line) => (
              <li key={line.id}>
                {t('correctionLine', { when: formatDay(line.effectiveOn, language), reason: line.reason })} {line[language].text} (
                {line.article})
              </li>
            ))}
          </ul>
          {rule.original ? (
            <p>
              {t('original')} : {rule.original[language].text} ({rule.original.article})
            </p>
          ) : null}
        </Disclosure>
      ) : null}
      {canCorrect ? <Correct rule={rule} title={title} /> : null}
    </article>
  );
}

function Correct({ rule, title }: { readonly rule: LegalRule; readonly title: string }) {
  const { t } = useTranslation('law');
  const client = useQueryClient();
  return (
    <div>
      <ActButton
        label={t('correct.act')}
        about={title}
        look="quiet"
        title={t('correct.title')}
        submit={t('correct.act')}
        onSend={async (said) => {
          const words = (language: 'fr' | 'en') => ({ title: said[`${language}.title`] ?? '', text: said[`${language}.text`] ?? '' });
          const body = {
            article: said['article'] ?? '',
            fr: words('fr'),
            en: words('en'),
            reason: said['reason'] ?? '',
            effectiveOn: said['effectiveOn'] ?? '',
          };
          await unwrap(api.POST('/api/legal/rules/{key}/corrections', { params: { path: { key: rule.key } }, body }));
          await client.invalidateQueries({ queryKey: legalRules().queryKey });
        }}
      >
        <p>{t('correct.text')}</p>
        <TextField name="article" label={t('correct.article')} maxLength={200} defaultValue={rule.article} />
        <TextField name="fr.title" label={t('correct.titleFr')} maxLength={160} defaultValue={rule.fr.title} />
        <TextAreaField name="fr.text" label={t('correct.textFr')} rows={4} maxLength={2000} defaultValue={rule.fr.text} />
        <TextField name="en.title" label={t('correct.titleEn')} maxLength={160} defaultValue={rule.en.title} />
        <TextAreaField name="en.text" label={t('correct.textEn')} rows={4} maxLength={2000} defaultValue={rule.en.text} />
        <TextField name="effectiveOn" type="date" label={t('correct.effectiveOn')} />
        <TextField name="reason" label={t('correct.reason')} maxLength={600} />
      </ActButton>
    </div>
  );
}
