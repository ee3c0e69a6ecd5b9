import { useTranslation } from 'react-i18next';
import type { SiteView } from '../site-types';
import { Unknown } from './unknown';

/** Who stands behind the sheet and how to reach them. */
export function ContactNote({ owner }: { readonly owner: SiteView['owner'] }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const name = owner.organisation?.name ?? owner.name;
  return (
    <div className="contact">
      {name && owner.agentRole ? (
        <p>{t('place:contact.by', { owner: name, role: t(`vocabulary:agentRole.${owner.agentRole}`) })}</p>
      ) : (
        <p>{name ?? <Unknown />}</p>
      )}
      {owner.contact || !owner.email ? <p>{owner.contact ?? t('place:contact.none')}</p> : null}
      {owner.email ? (
        <p>
          <a href={`mailto:${owner.email}`}>{owner.email}</a>
        </p>
      ) : null}
    </div>
  );
}
