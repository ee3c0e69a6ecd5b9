import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Waiting } from './moderation.queries';

type Check = Waiting['checks'][number];

/** What was declared beside what the register said at the claim, item by item; what differs is said in words and in colour. */
export function RegisterChecks({ review }: { readonly review: Waiting }) {
  const { t } = useTranslation(['moderation', 'common']);
  const { checks, register, sameName } = review;
  const day = register.asOf ? formatDay(register.asOf, currentLanguage()) : t('common:unknown');
  return (
    <div className="stack">
      {checks.length > 0 ? (
        <Table
          caption={t('moderation:review.compare')}
          captionHidden
          rows={checks}
          rowKey={({ fact }) => fact}
          columns={[
            { key: 'fact', header: t('moderation:review.fact'), cell: ({ fact }) => t(`moderation:fact.${fact}`) },
            { key: 'declared', header: t('moderation:review.declared'), cell: (check) => <Value check={check} side="declared" /> },
            { key: 'register', header: t('moderation:review.register'), cell: (check) => <Value check={check} side="register" /> },
            { key: 'agree', header: t('moderation:review.agree'), cell: (check) => <Agreement same={check.same} /> },
          ]}
        />
      ) : null}
      <p className="field-help">
        {register.status === 'found' ? t('moderation:register.found', { day }) : t(`moderation:register.${register.status}`)}
      </p>
      {sameName.length > 0 ? (
        <Notice tone="warning" title={t('moderation:review.sameName')}>
          <ul>
            {sameName.map(({ id, name }) => (
              <li key={id}>
                <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

/** Forms and kinds are said in the reader's words; names and numbers as they are written. */
function Value({ check, side }: { readonly check: Check; readonly side: 'declared' | 'register' }) {
  const { t, i18n } = useTranslation('vocabulary');
  const value = check[side];
  if (value === null) return <>—</>;
  const key = `${check.fact}.${value}`;
  const isWord = (check.fact === 'legalForm' || check.fact === 'ownerKind') && i18n.exists(`vocabulary:${key}`);
  return <>{isWord ? t(key as 'ownerKind.commune') : value}</>;
}

function Agreement({ same }: { readonly same: boolean | null }) {
  const { t } = useTranslation('moderation');
  if (same === null) return <>—</>;
  return <Badge tone={same ? 'moss' : 'amber'}>{same ? t('review.same') : t('review.different')}</Badge>;
}
