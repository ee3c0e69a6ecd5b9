import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { Form } from '../../ui/form/form';
import { myJoinRequests } from './members.queries';

/** The requests of the person reading that nobody has answered yet. */
export function MyJoinRequests() {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const waiting = useQuery(myJoinRequests()).data?.items.filter(({ state }) => state === 'pending') ?? [];
  if (waiting.length === 0) return null;
  return (
    <Panel id="my-requests" title={t('join.mine')}>
      <ul className="row-list">
        {waiting.map(({ id, organisation, createdAt }) => (
          <li key={id} className="row">
            <div className="row-words">
              <p className="row-title">{organisation.name}</p>
              <p className="field-help">{t('join.asked', { day: formatInstantDay(createdAt, currentLanguage()) })}</p>
            </div>
            <Form
              submitLook="quiet"
              submit={
                <>
                  {t('join.withdraw')}
                  <span className="visually-hidden"> {organisation.name}</span>
                </>
              }
              onSend={async () => {
                const path = { id: organisation.id, requestId: id };
                await done(api.POST('/api/organisations/{id}/join-requests/{requestId}/withdraw', { params: { path } }));
                await client.invalidateQueries({ queryKey: myJoinRequests().queryKey });
              }}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
