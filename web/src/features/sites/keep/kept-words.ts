import { useTranslation } from 'react-i18next';
import { formatArea, formatDay, formatEuros, formatNumber } from '../../../lib/format';
import { keep } from '../../../text/fr/keep';
import { currentLanguage } from '../../../text/i18n';

type FieldName = keyof typeof keep.field;
const isField = (name: string): name is FieldName => name in keep.field;

const FACTS = { features: 'feature', constraints: 'constraint', uses: 'use' } as const;
const WORDS: Readonly<Record<string, 'kind' | 'condition' | 'ownerKind' | 'locationShown' | 'propertyStatus' | 'tenure' | 'use'>> = {
  kind: 'kind',
  condition: 'condition',
  ownerKind: 'ownerKind',
  locationShown: 'locationShown',
  propertyStatus: 'propertyStatus',
  tenure: 'tenure',
  usedAs: 'use',
};

/** The name of a field, by its path: `premises.<id>.features.water` → “Eau”. */
export function useFieldWords(): (path: string) => string {
  const { t } = useTranslation(['keep', 'vocabulary']);
  return (path) => {
    const [list = '', word = ''] = path.split('.').slice(-2);
    if (list in FACTS) return t(`vocabulary:${FACTS[list as 'features']}.${word as 'water'}` as 'vocabulary:feature.water');
    const name = path.split('.').at(-1) ?? '';
    return isField(name) ? t(`keep:field.${name}`) : name;
  };
}

/** A value in words: what a history or a crossing shows. */
export function useValueWords(): (path: string, value: unknown) => string {
  const { t } = useTranslation(['keep', 'vocabulary']);
  return (path, value) => {
    const name = path.split('.').at(-1) ?? '';
    const language = currentLanguage();
    if (value === null || value === undefined || value === '') return t('keep:blank');
    if (typeof value === 'boolean') return t(value ? 'keep:facts.yes' : 'keep:facts.no');
    if (typeof value === 'number') {
      if (/Cents/.test(name)) return formatEuros(value, language);
      return name.endsWith('M2') ? formatArea(value, language) : /Year|Since/.test(name) ? String(value) : formatNumber(value, language, 2);
    }
    if (Array.isArray(value))
      return value.map((word) => wordOf(t, name.startsWith('activities') ? 'activity' : null, String(word))).join(', ');
    if (typeof value === 'object')
      return 'lat' in value && 'lon' in value ? `${String(value.lat)}, ${String(value.lon)}` : t('keep:history.drawing');
    if (typeof value !== 'string') return t('keep:blank');
    if (name === 'premisesId') return t('keep:sections.premises');
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language);
    return WORDS[name] ? wordOf(t, WORDS[name], value) : `« ${value} »`;
  };
}

function wordOf(t: ReturnType<typeof useTranslation<['keep', 'vocabulary']>>['t'], list: string | null, word: string): string {
  return list === null ? word : t(`vocabulary:${list}.${word}` as 'vocabulary:kind.plot');
}
