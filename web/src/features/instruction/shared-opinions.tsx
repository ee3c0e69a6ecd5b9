import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { sharedOpinions } from './opinions.queries';
import './instruction.css';

/** What the owner asked outside about this file and lets its applicant read. */
export function SharedOpinions({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('opinions');
  const items = useQuery(sharedOpinions(applicationId)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel id="opinions" title={t('sharedTitle')}>
      <div className="stack">
        <p>{t('sharedText')}</p>
        <ul className="instruction-notes">
          {items.map(({ id, who, question, conclusion, text, signedBy, at }) => (
            <li key={id}>
              <p>
                <strong>{who}</strong> · {t(`conclusion.${conclusion}`)}
              </p>
              <p className="field-help">{t('asked', { question })}</p>
              <p className="instruction-note">{text}</p>
              <p className="field-help">{t('by', { who: signedBy, when: formatMoment(at, currentLanguage()) })}</p>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
