import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../ui/refusal-note';

const OWN = ['project-state-forbids', 'project-need-too-vague', 'project-summary-missing', 'organisation-not-ready'] as const;

/** Why an act on a project is refused, with what to do about it. */
export function ProjectRefusal({ code }: { readonly code: string }) {
  const { t } = useTranslation('projects');
  const own = OWN.find((refusal) => refusal === code);
  if (own === undefined) return <RefusalNote code={code} />;
  return (
    <p className="refusal-note">
      <Lock aria-hidden size={18} />
      <span>{t(`refusal.${own}`)}</span>
    </p>
  );
}
