import { type ReactNode, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { CheckboxGroup } from '../../ui/choices';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { Table } from '../../ui/table';
import { type Comparison, comparisonOf, type Review } from './review.queries';

const AT_MOST = 4;
type Question = Comparison['form'][number]['questions'][number];
type Answer = (file: Comparison['items'][number], question: Question, form: Comparison['form']) => ReactNode;

interface ComparisonPanelProps {
  readonly review: Review;
  /** How an answer is shown: the words of application files are another feature's. */
  readonly answer: Answer;
}

/** Up to four files side by side, question by question. */
export function ComparisonPanel({ review, answer }: ComparisonPanelProps) {
  const { t } = useTranslation('review');
  const [chosen, setChosen] = useState<string[]>([]);
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel id="compare" title={t('desk.compare')}>
      <div className="stack">
        <CheckboxGroup
          legend={t('desk.compareHelp')}
          values={chosen}
          onChange={(values) => {
            setChosen(values.slice(-AT_MOST));
            setOpen(false);
          }}
          choices={review.applications.map(({ id, number, organisation }) => ({ value: id, label: `${number} — ${organisation}` }))}
        />
        <div className="form-actions">
          <Button disabled={chosen.length === 0} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'desk.compareClose' : 'desk.compare')}
          </Button>
        </div>
        {isOpen && chosen.length > 0 ? <SideBySide callId={review.call.id} applications={chosen} answer={answer} /> : null}
      </div>
    </Panel>
  );
}

interface SideBySideProps {
  readonly callId: string;
  readonly applications: readonly string[];
  readonly answer: Answer;
}

function SideBySide({ callId, applications, answer }: SideBySideProps) {
  const { t } = useTranslation(['review', 'common']);
  const { data, error, isPending, refetch } = useQuery(comparisonOf(callId, applications));
  if (isPending) return <Skeleton label={t('common:loading')} lines={6} />;
  if (error) return <ErrorState level={3} error={error} onRetry={() => void refetch()} />;
  return (
    <Table
      caption={t('review:desk.compare')}
      captionHidden
      rows={data.form.flatMap(({ questions }) => questions)}
      rowKey={({ id }) => id}
      columns={[
        { key: 'question', header: t('review:desk.question'), cell: ({ label }) => label },
        ...data.items.map((file) => ({
          key: file.id,
          header: file.organisation,
          cell: (question: Question) => answer(file, question, data.form),
        })),
      ]}
    />
  );
}
