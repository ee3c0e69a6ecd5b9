import { useTranslation } from 'react-i18next';
import { formatDay, formatInstantDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { AgentRoleView } from './roles.queries';

/** In what name, until when, on what proof, and why it was refused or ended. */
export function RoleWords({ role }: { readonly role: AgentRoleView }) {
  const { t } = useTranslation('roles');
  const language = currentLanguage();
  const { until, proof, reason } = role;
  return (
    <>
      <p>
        {[t(`role.${role.role}`), until ? t('until', { day: formatDay(until, language) }) : null].filter(Boolean).join(' ')}
        {role.mayAward ? ` · ${t('mayAward')}` : null}
      </p>
      {proof ? (
        <p className="quoted">
          {t('proof', { day: formatDay(proof.date, language), text: proof.text })}
          {proof.reference ? ` (${t('reference', { reference: proof.reference })})` : null}
        </p>
      ) : null}
      {reason ? <p>{t('reason', { reason: isCode(reason) ? t(`reasons.${reason}`) : reason })}</p> : null}
      <p className="field-help">{t('declaredOn', { day: formatInstantDay(role.declaredAt, language) })}</p>
    </>
  );
}

/** What the service itself writes as a reason is a code. */
function isCode(reason: string): reason is 'term-over' | 'replaced' {
  return reason === 'term-over' || reason === 'replaced';
}
