import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { CheckboxGroup } from '../../ui/choices';
import { Disclosure } from '../../ui/disclosure';
import type { PlaceSearch } from './place-search';
import type { SiteFacets } from './site-types';
import { isUsual, USUAL_SHELVES } from './shelves';
import { TerritoryFacet } from './territory-facet';
import { FEATURES, OWNER_KINDS, SHELVES, SITE_KINDS, TENURES } from './site-words';

interface FacetFiltersProps {
  readonly search: PlaceSearch;
  readonly facets: SiteFacets | undefined;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
}

/** One closed list per question; words without any place come last and cannot be picked, unless already chosen. */
export function FacetFilters({ search, facets, onChange }: FacetFiltersProps) {
  const { t } = useTranslation(['places', 'vocabulary']);
  return (
    <div className="facets">
      <Facet
        legend={t('places:facet.shelf')}
        words={SHELVES}
        label={(word) => t(`vocabulary:shelf.${word}`)}
        chosen={search.shelf ?? USUAL_SHELVES}
        counts={facets?.shelf}
        onChange={(shelf) => onChange({ shelf: isUsual(shelf) ? undefined : shelf })}
        open
      />
      <Facet
        legend={t('places:facet.kind')}
        words={SITE_KINDS}
        label={(word) => t(`vocabulary:kind.${word}`)}
        chosen={search.kind ?? []}
        counts={facets?.kind}
        onChange={(kind) => onChange({ kind })}
        open
      />
      <TerritoryFacet legend={t('places:facet.region')} search={search} entries={facets?.region} onChange={onChange} />
      <TerritoryFacet
        legend={t('places:facet.department')}

        search={search}
        entries={facets?.department}
        onChange={onChange}
      />
      <Facet
        legend={t('places:facet.tenure')}
        words={TENURES}
        label={(word) => t(`vocabulary:tenure.${word}`)}
        chosen={search.tenure ?? []}
        counts={facets?.tenure}
        onChange={(tenure) => onChange({ tenure })}
        open={Boolean(search.tenure)}
      />
      <Facet
        legend={t('places:facet.features')}
        words={FEATURES}
        label={(word) => t(`vocabulary:feature.${word}`)}
        chosen={search.features ?? []}
        counts={facets?.features}
        onChange={(features) => onChange({ features })}
        open={Boolean(search.features)}
      />
      <Facet
        legend={t('places:facet.ownerKind')}
        words={OWNER_KINDS}
        label={(word) => t(`vocabulary:ownerKind.${word}`)}
        chosen={search.ownerKind ?? []}
        counts={facets?.ownerKind}
        onChange={(ownerKind) => onChange({ ownerKind })}
        open={Boolean(search.ownerKind)}
      />
    </div>
  );
}

interface FacetProps<V extends string> {
  readonly legend: string;
  readonly words: readonly V[];
  readonly label: (word: V) => string;
  readonly chosen: readonly V[];
  readonly counts: readonly { readonly value: string; readonly count: number }[] | undefined;
  readonly onChange: (chosen: V[]) => void;
  readonly open?: boolean;
}

function Facet<V extends string>({ legend, words, label, chosen, counts, onChange, open = false }: FacetProps<V>) {
  const countOf = (word: V) => counts?.find((entry) => entry.value === word)?.count ?? 0;
  const ordered = [...words].sort((one, other) => Number(countOf(other) > 0) - Number(countOf(one) > 0));
  return (
    <Disclosure summary={legend} defaultOpen={open} {...(chosen.length > 0 && !open ? { count: String(chosen.length) } : {})}>
      <CheckboxGroup
        legend={legend}
        legendHidden
        values={chosen}
        onChange={onChange}
        choices={ordered.map((word) => ({
          value: word,
          label: label(word),
          count: counts ? formatNumber(countOf(word), currentLanguage()) : undefined,
          disabled: counts !== undefined && countOf(word) === 0 && !chosen.includes(word),
        }))}
      />
    </Disclosure>
  );
}
