import type { Language } from '../../platform/http/request-context.js';
import { withoutLinks } from '../organisations/invitation.rules.js';
import { KIND_WORDS } from '../sites/site.words.js';
import type { SiteFilter } from '../sites/sites.schemas.js';

const WORDS = {
  fr: {
    search: 'Recherche',
    any: 'tous les lieux',
    around: 'autour d’un point',
    area: 'surface',
    and: (more: number) => `et ${more} autres critères`,
  },
  en: { search: 'Search', any: 'all places', around: 'around a point', area: 'area', and: (more: number) => `and ${more} more conditions` },
} as const;
const SHOWN = 3;
const TYPED_SHOWN = 60;

/** A name for a saved search, from what it asks. What was typed is shortened and links nowhere: anybody may have typed it. */
export function searchTitle(filter: SiteFilter, territories: ReadonlyMap<string, string>, language: Language): string {
  const words = WORDS[language];
  const range = [filter.areaMinM2, filter.areaMaxM2].map((area) => (area === undefined ? '…' : String(area))).join('–');
  const parts = [
    ...(filter.q ? [quoted(withoutLinks(filter.q.slice(0, TYPED_SHOWN)), language)] : []),
    ...(filter.kind ?? []).map((kind) => KIND_WORDS[language][kind]),
    ...(filter.territory ?? []).map((id) => territories.get(id) ?? id),
    ...(filter.near ? [filter.radiusKm === undefined ? words.around : `${words.around} (${filter.radiusKm} km)`] : []),
    ...(range === '…–…' ? [] : [`${range} m²`]),
  ];
  const conditions = Object.entries(filter).filter(([, value]) => value !== undefined).length;
  if (parts.length === 0)
    return `${words.search} : ${conditions === 0 ? words.any : words.and(conditions)}`.replace(' :', language === 'fr' ? '\u00a0:' : ':');
  const more = parts.length - SHOWN;
  const shown = [...parts.slice(0, SHOWN), ...(more > 0 ? [words.and(more)] : [])].join(', ');
  return `${words.search}${language === 'fr' ? '\u00a0' : ''}: ${shown}`;
}

function quoted(text: string, language: Language): string {
  return language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}
