import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Sheet } from './together.queries';

/** One of the two sheets: what it is, whose, and what hangs on it. */
export function SheetCard({ title, sheet }: { readonly title: string; readonly sheet: Sheet }) {
  const { t } = useTranslation(['together', 'vocabulary']);
  const { name, kind, state, commune, organisation, photosCount, documentsCount, sources } = sheet;
  const hanging = [
    photosCount > 0 ? t('together:photos', { count: photosCount }) : null,
    documentsCount > 0 ? t('together:documents', { count: documentsCount }) : null,
    sources.length > 0 ? t('together:sources', { count: sources.length }) : null,
  ].filter(Boolean);
  return (
    <section className="together-sheet">
      <p className="field-help">{title}</p>
      <h2>
        {state === 'draft' || state === 'submitted' || state === 'paused' ? (
          name
        ) : (
          <Link to="/lieux/$siteId" params={{ siteId: sheet.id }} target="_blank">
            {name}
          </Link>
        )}
      </h2>
      <p>{[t(`vocabulary:kind.${kind}`), commune, t(`vocabulary:state.${state}`)].filter(Boolean).join(' · ')}</p>
      <p>{organisation ?? t('together:nobody')}</p>
      {hanging.length > 0 ? <p>{hanging.join(' · ')}</p> : null}
    </section>
  );
}
