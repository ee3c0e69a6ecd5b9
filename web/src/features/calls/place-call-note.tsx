import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { CallWhen } from './call-words';
import { callsAbout } from './calls.queries';

/** On the page of a place: the call it is in, while one can answer it. */
export function PlaceCallNote({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation('calls');
  const [call] = useQuery(callsAbout(siteId)).data?.items ?? [];
  if (call === undefined) return null;
  return (
    <Notice
      title={t('placeIn', { title: call.title })}
      actions={
        <LinkButton to="/appels/$callId" params={{ callId: call.id }} size="small" look="primary">
          {t('seeCall')}
        </LinkButton>
      }
    >
      <CallWhen call={call} />
    </Notice>
  );
}
