import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { Panel } from '../../ui/card';
import { RadioField } from '../../ui/form/choice-fields';
import { TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { RefusalNote } from '../../ui/refusal-note';
import { type Review, reviewOf } from './review.queries';

const ABOUT_ACCESS = ['not-a-member', 'role-too-low', 'organisation-not-ready', 'second-factor-needed'];

/** Two readers and one grid, unless the owner wants more; what keeps it from starting is listed. */
export function StartReview({ review }: { readonly review: Review }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const { call, notExamined, jury, actions } = review;
  const refused = ABOUT_ACCESS.find((code) => code === actions.startReview);
  const least = jury.quorum ?? 1;
  return (
    <Panel id="start" title={t('desk.start')} tone="enamel">
      <div className="stack">
        {notExamined.length > 0 ? (
          <>
            <p>{t('desk.notExamined')}</p>
            <ul>
              {notExamined.map(({ id, number, organisation }) => (
                <li key={id}>
                  {number} — {organisation}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {refused ? <RefusalNote code={refused} /> : null}
        {!refused && notExamined.length === 0 ? (
          <Form
            submit={t('desk.start')}
            onSend={async (answers) => {
              const body = {
                mode: answers['mode'] === 'full' ? ('full' as const) : ('simple' as const),
                quorum: Number(answers['quorum']),
                dueOn: answers['dueOn'] ?? '',
              };
              client.setQueryData(
                reviewOf(call.id).queryKey,
                await unwrap(api.POST('/api/calls/{id}/review', { params: { path: { id: call.id } }, body })),
              );
            }}
          >
            <p>{t('desk.startText')}</p>
            <RadioField
              name="mode"
              label={t('desk.mode')}
              defaultValue={least > 2 ? 'full' : 'simple'}
              choices={[
                { value: 'simple', label: t('desk.simple') },
                { value: 'full', label: t('desk.full') },
              ]}
            />
            <TextField
              name="quorum"
              label={t('desk.quorum')}
              help={t('desk.quorumHelp', { quorum: least })}
              inputMode="numeric"
              defaultValue={String(Math.max(2, least))}
            />
            <TextField name="dueOn" type="date" label={t('desk.dueOn')} />
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
