import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDeadline, formatMoment } from '../../lib/format';
import type { Me } from '../../session/me';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { SelectField, TextAreaField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { myRivals } from './interests.queries';

interface RivalFormProps {
  readonly noticeId: string;
  readonly closesAt: string;
  readonly who: Me | undefined;
}

/** Coming forward while a publicity is open: organisation, need, what one proposes. */
export function RivalForm({ noticeId, closesAt, who }: RivalFormProps) {
  const { t } = useTranslation('interests');
  return (
    <Panel id="rival" title={t('rival.title')} tone="enamel">
      <div className="stack">
        <p>{t('rival.text', { when: formatDeadline(closesAt, currentLanguage()) })}</p>
        {who?.account ? (
          <Declared noticeId={noticeId} who={who} />
        ) : (
          <div>
            <LinkButton to="/connexion" search={{ retour: `/avis/${noticeId}` }} look="primary">
              {t('rival.signIn')}
            </LinkButton>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Declared({ noticeId, who }: { readonly noticeId: string; readonly who: Me }) {
  const { t } = useTranslation('interests');
  const client = useQueryClient();
  const said = useQuery(myRivals(noticeId)).data?.items ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: myRivals(noticeId).queryKey });
  const mine = who.memberships.filter(({ role }) => role === 'editor' || role === 'administrator');
  const open = mine.filter(
    ({ organisationId }) => !said.some(({ organisation, withdrawn }) => organisation.id === organisationId && !withdrawn),
  );
  return (
    <>
      {said.map(({ id, organisation, arrivedAt, withdrawn }) =>
        withdrawn ? (
          <Notice key={id}>{t('rival.withdrawn', { name: organisation.name })}</Notice>
        ) : (
          <Notice
            key={id}
            tone="good"
            role="status"
            title={t('rival.done', { name: organisation.name, when: formatMoment(arrivedAt, currentLanguage()) })}
            actions={
              <ActButton
                label={t('rival.withdraw')}
                look="quiet"
                title={t('rival.withdraw')}
                submit={t('rival.withdraw')}
                onSend={async () => {
                  await unwrap(api.DELETE('/api/notices/{id}/rivals/{rivalId}', { params: { path: { id: noticeId, rivalId: id } } }));
                  await refresh();
                }}
              >
                <p>{organisation.name}</p>
              </ActButton>
            }
          />
        ),
      )}
      {mine.length === 0 ? (
        <div className="stack">
          <p>{t('rival.noOrganisation')}</p>
          <div>
            <LinkButton to="/organisations/nouvelle">{t('rival.createOrganisation')}</LinkButton>
          </div>
        </div>
      ) : null}
      {open.length > 0 ? (
        <Form
          submit={t('rival.submit')}
          label={t('rival.title')}
          onSend={async (answers) => {
            const body = {
              organisationId: answers['organisationId'] ?? '',
              need: answers['need'] ?? '',
              proposal: answers['proposal'] ?? '',
            };
            await unwrap(api.POST('/api/notices/{id}/rivals', { params: { path: { id: noticeId } }, body }));
            await refresh();
          }}
        >
          <SelectField
            name="organisationId"
            label={t('rival.organisation')}
            defaultValue={
              open.find(({ organisationId }) => organisationId === who.actingFor)?.organisationId ?? open[0]?.organisationId ?? ''
            }
            options={open.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
          />
          <TextField name="need" label={t('rival.need')} help={t('rival.needHelp')} maxLength={1000} />
          <TextAreaField name="proposal" label={t('rival.proposal')} rows={5} maxLength={4000} />
        </Form>
      ) : null}
    </>
  );
}
