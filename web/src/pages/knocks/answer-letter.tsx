import { useTranslation } from 'react-i18next';
import { AnswerForm } from '../../features/participation/answer-form';
import { usePageTitle } from '../../lib/page-title';
import { useFragmentToken } from '../../session/fragment-token';

/** Where the letter leads, by its code: for people who have never heard of this service. */
export function AnswerLetterPage() {
  const { t } = useTranslation('participation');
  const code = useFragmentToken();
  usePageTitle(t('answer.title'));
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('answer.title')}</h1>
      <AnswerForm code={code} />
    </div>
  );
}
