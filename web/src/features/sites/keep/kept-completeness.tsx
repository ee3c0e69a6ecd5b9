import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../../ui/bars';
import { Panel } from '../../../ui/card';
import { useQuestionWords } from '../sheet/completeness-panel';
import { askedFields, type KeptSite } from './keep.queries';

/** How much is said of the place, the answer that would help most next, and how many projects wait for it. */
export function KeptCompleteness({ completeness }: Pick<KeptSite, 'completeness'>) {
  const { t } = useTranslation('keep');
  const questionWords = useQuestionWords();
  const asked = useQuery(askedFields());
  const { known, asked: questions, next } = completeness;
  const count = asked.data?.items.find(({ field }) => field === next)?.projects ?? 0;
  return (
    <Panel id="completeness" title={t('complete.title')}>
      <div className="stack">
        <Bar label={t('complete.bar')} text={`${String(known)} / ${String(questions)}`} low={known / questions} />
        <p>
          {next === null ? t('complete.all') : t('complete.next', { question: questionWords(next) })}{' '}
          {next !== null && count > 0 ? <strong>{t('complete.why', { count })}</strong> : null}
        </p>
      </div>
    </Panel>
  );
}
