import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import type { Award } from './decisions.queries';

/** What leaves the service: the kit for the council, and the export that proves itself. */
export function CallPapers({ award }: { readonly award: Award }) {
  const { t } = useTranslation('decisions');
  const base = `/api/calls/${award.call.id}`;
  const kit = (paper: string) => `${base}/kit/${paper}`;
  return (
    <Panel id="papers" title={t('award.kit')}>
      <div className="stack">
        <p>{t('award.kitText')}</p>
        <ul>
          <li>
            <a href={kit('deliberation')} download>
              {t('award.kitDeliberation')} (DOCX)
            </a>
          </li>
          <li>
            <a href={kit('certificate')} download>
              {t('award.kitCertificate')} (DOCX)
            </a>
          </li>
          {award.publishedAt === null ? null : (
            <li>
              <a href={kit('letters')} download>
                {t('award.kitLetters')} (DOCX)
              </a>
            </li>
          )}
        </ul>
        {award.actions.saveAward === 'role-too-low' ? null : (
          <>
            <p>{t('award.exportText')}</p>
            <p>
              <a href={`${base}/export`} download>
                {t('award.export')} (ZIP)
              </a>
            </p>
          </>
        )}
      </div>
    </Panel>
  );
}
