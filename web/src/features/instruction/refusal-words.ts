import { useTranslation } from 'react-i18next';

const KNOWN = [
  'admission-unchecked',
  'application-state-forbids',
  'call-state-forbids',
  'correction-under-way',
  'correction-due-unfit',
  'instruction-undo-too-late',
  'own-application',
  'role-too-low',
  'not-found',
  'changed-meanwhile',
] as const;

/** Why an act on one file of many was refused, or why a button is not there. */
export function useRefusalWords(): (code: string) => string {
  const { t } = useTranslation('instruction');
  return (code) => {
    const known = KNOWN.find((one) => one === code);
    return known ? t(`why.${known}`) : t('why.other');
  };
}
