import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keep } from '../../../text/fr/keep';

type Known = keyof typeof keep.refusal;

/** Why an act on a place is refused, in a sentence. */
export function useRefusalWords(): (code: string) => string {
  const { t } = useTranslation('keep');
  return (code) => t(`refusal.${code in keep.refusal ? (code as Known) : 'other'}`);
}

export function KeptRefusal({ code }: { readonly code: string }) {
  const words = useRefusalWords();
  return (
    <p className="refusal-note">
      <Lock aria-hidden size={18} />
      <span>{words(code)}</span>
    </p>
  );
}
