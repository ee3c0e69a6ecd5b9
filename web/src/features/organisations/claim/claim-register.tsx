import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Notice } from '../../../ui/notice';
import type { ClaimStart } from './claim-types';

/** What a register answered, in a sentence: found, closed, unknown, or nobody could be asked. */
export function ClaimRegister({ start }: { readonly start: ClaimStart }) {
  const { t } = useTranslation(['organisations', 'common']);
  const { body, siret, rna, knownAs } = start;
  if (siret === null && rna === null) return <Notice>{<p>{t('organisations:claim.withoutNumber')}</p>}</Notice>;
  if (body === null)
    return (
      <Notice tone="warning" role="status">
        <p>{knownAs ? t('organisations:claim.knownOnly', { name: knownAs }) : t('organisations:claim.notFound')}</p>
      </Notice>
    );
  const day = body.source.asOf ? formatDay(body.source.asOf, currentLanguage()) : t('common:unknown');
  return (
    <Notice tone={body.active === false ? 'warning' : 'good'} role="status" title={body.name}>
      <p>{[body.commune?.name, t('organisations:claim.source', { register: body.source.register, day })].filter(Boolean).join(' · ')}</p>
      {body.active === false ? <p>{t('organisations:claim.closed')}</p> : null}
    </Notice>
  );
}
