import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/link-button';
import type { Claimed } from './claim-types';

export function ClaimDone({ claimed, name }: { readonly claimed: Claimed; readonly name: string }) {
  const { t } = useTranslation('organisations');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const params = { organisationId: claimed.id };
  return (
    <section className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {t('claim.doneTitle', { name })}
      </h2>
      <p className="lead">{t('claim.done')}</p>
      <ol>
        <li>{t('claim.next1')}</li>
        <li>{t('claim.next2')}</li>
        <li>{t('claim.next3')}</li>
      </ol>
      <div className="form-actions">
        <LinkButton to="/organisations/$organisationId/gerer/membres" params={params} look="primary">
          {t('claim.invite')}
        </LinkButton>
        <LinkButton to="/organisations/$organisationId" params={params}>
          {t('claim.see')}
        </LinkButton>
      </div>
    </section>
  );
}
