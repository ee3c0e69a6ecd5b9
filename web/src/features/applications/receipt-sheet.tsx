import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import type { Application } from './applications.queries';
import { DossierLinks } from './dossier-links';
import './applications.css';

/** What cannot be mistaken: the number, the time, the fingerprint, and what happens next. */
export function ReceiptSheet({ application }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const { filed, target, organisation, id } = application;
  const language = currentLanguage();
  if (filed === null)
    return (
      <Notice
        tone="warning"
        title={t('receipt.none')}
        actions={
          <LinkButton to="/mes-candidatures/$applicationId/verifier" params={{ applicationId: id }} look="primary" size="small">
            {t('toReview')}
          </LinkButton>
        }
      />
    );
  return (
    <div className="stack">
      <Notice tone="good" title={t('receipt.title')}>
        <p className="receipt-number numeric">{filed.number}</p>
      </Notice>
      <Panel id="receipt" title={t('receipt.facts')}>
        <dl className="receipt-facts">
          <dt>{t('receipt.target')}</dt>
          <dd>
            {target.title} — {target.owner.name}
          </dd>
          <dt>{t('receipt.organisation')}</dt>
          <dd>{organisation.name}</dd>
          <dt>{t('receipt.time')}</dt>
          <dd>{formatDeadline(filed.at, language)}</dd>
          <dt>{t('receipt.sequence')}</dt>
          <dd>{t('receipt.sequenceText', { sequence: filed.sequence })}</dd>
          <dt>{t('receipt.hash')}</dt>
          <dd>
            <code>{filed.hash}</code>
          </dd>
        </dl>
        <p>{t('receipt.hashText')}</p>
      </Panel>
      <Panel id="next" title={t('receipt.nextTitle')}>
        <ul>
          {target.closesAt && target.callState === (target.step === 'second' ? 'second_step' : 'open') ? (
            <li>{t('receipt.nextAmend', { when: formatDeadline(target.closesAt, language) })}</li>
          ) : null}
          <li>{t(target.step === 'first' ? 'steps.nextShortlist' : target.kind === 'call' ? 'receipt.nextCall' : 'receipt.nextPlace')}</li>
          <li>{t('receipt.nextMail')}</li>
        </ul>
      </Panel>
      <div className="form-actions no-print">
        <DossierLinks applicationId={id} />
        <Button icon={<Printer aria-hidden size={18} />} onClick={() => globalThis.print()}>
          {t('receipt.print')}
        </Button>
        <LinkButton to="/mes-candidatures/$applicationId" params={{ applicationId: id }}>
          {t('receipt.back')}
        </LinkButton>
      </div>
    </div>
  );
}
