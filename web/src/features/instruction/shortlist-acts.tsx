import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { TextAreaField } from '../../ui/form/fields';

export type ShortlistChoice = 'keep' | 'leave';

interface ShortlistActsProps {
  readonly count: number;
  readonly onSend: (choice: ShortlistChoice, reason: string) => Promise<unknown>;
}

/** The outlines chosen go on to the second step, or do not: among agents until the shortlist is announced. */
export function ShortlistActs({ count, onSend }: ShortlistActsProps) {
  const { t } = useTranslation('instruction');
  return (
    <>
      {(['keep', 'leave'] as const).map((choice) => (
        <ActButton
          key={choice}
          label={t(`shortlist.${choice}`)}
          look={choice === 'keep' ? 'primary' : 'secondary'}
          title={t(`shortlist.${choice}Title`, { count })}
          submit={t(`shortlist.${choice}`)}
          onSend={({ reason }) => onSend(choice, reason ?? '')}
        >
          <p>{t('shortlist.chooseText')}</p>
          <TextAreaField name="reason" label={t('shortlist.reason')} help={t('shortlist.reasonHelp')} rows={3} maxLength={2000} />
        </ActButton>
      ))}
    </>
  );
}
