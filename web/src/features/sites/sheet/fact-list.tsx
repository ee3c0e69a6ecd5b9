import type { TFunction } from 'i18next';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDay, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { Language } from '../../../text/language';
import type { FactSource, SiteView } from '../site-types';
import { Unknown } from './unknown';

type FactName = keyof SiteView['facts'];
interface Row {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly source: FactSource | null;
}

/** Every fact of the place in the same order everywhere, blanks included. */
export function FactList({ site }: { readonly site: SiteView }) {
  const { t } = useTranslation(['place', 'vocabulary', 'common']);
  const language = currentLanguage();
  const { facts } = site;
  const row = <N extends FactName>(name: N, show: (value: NonNullable<SiteView['facts'][N]['value']>) => ReactNode): Row => ({
    key: name,
    label: t(`place:facts.${name}`),
    value: facts[name].value === null ? null : show(facts[name].value),
    source: facts[name].source,
  });
  const rows: Row[] = [
    { key: 'owner', label: t('place:facts.owner'), value: ownerWords(site, (kind) => t(`vocabulary:ownerKind.${kind}`)), source: null },
    row('condition', (word) => t(`vocabulary:condition.${word}`)),
    row('landAreaM2', (area) => formatArea(area, language)),
    row('footprintM2', (area) => formatArea(area, language)),
    row('buildingCount', (count) => formatNumber(count, language)),
    row('builtYear', String),
    row('vacantSince', String),
    row('formerActivity', (activity) => activity),
    row('propertyStatus', (word) => t(`vocabulary:propertyStatus.${word}`)),
    { key: 'property', label: t('place:facts.propertyAct'), value: propertyWords(site, t, language), source: null },
    row('planningDocument', (words) => words),
    row('planningZone', (words) => words),
    row('parcels', (parcels) => (parcels.length > 0 ? <span className="numeric">{parcels.join(', ')}</span> : null)),
    { key: 'surroundings', label: t('place:facts.surroundings'), value: site.surroundings, source: null },
  ];
  return (
    <dl className="fact-list">
      {rows.map((fact) => (
        <div key={fact.key} className="fact-row">
          <dt>{fact.label}</dt>
          <dd>
            {fact.value ?? <Unknown />}
            {fact.value !== null && fact.source ? (
              <span className="fact-source">{t('place:sources.fact', { producer: fact.source.producer })}</span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** “Délibération, 12 mars 2025, 2025-14”: whatever is known of the act that decides the property status. */
function propertyWords({ property }: SiteView, t: TFunction<['place', 'vocabulary', 'common']>, language: Language): string | null {
  const { act, date, reference } = property;
  const said = [
    act,
    date === null ? null : formatDay(date, language),
    reference === null ? null : t('place:facts.reference', { reference }),
  ].filter((part) => part !== null);
  return said.length === 0 ? null : said.join(', ');
}

function ownerWords(site: SiteView, kindWord: (kind: NonNullable<SiteView['owner']['kind']>) => string): string | null {
  const name = site.owner.organisation?.name ?? site.owner.name;
  const kind = site.owner.kind === null ? null : kindWord(site.owner.kind);
  if (name && kind) return `${name} (${kind})`;
  return name ?? kind;
}
