import { useTranslation } from 'react-i18next';
import { formatArea, formatDay, formatInstantDay } from '../../../lib/format';
import { useQrCode } from '../../../lib/use-qr-code';
import { currentLanguage } from '../../../text/i18n';
import { PlaceDrawing } from '../place-drawing';
import type { SiteView } from '../site-types';

/** One sheet of A4 to put up at the door or in the town hall: what the place is, and the code that leads to its page. */
export function PlacePoster({ site }: { readonly site: SiteView }) {
  const { t } = useTranslation(['poster', 'vocabulary', 'common']);
  const address = `${location.origin}/lieux/${site.id}`;
  const code = useQrCode(address, 1024);
  const [cover] = site.photos;
  const { commune, department } = site.territories;
  const where = [commune?.name, department?.name].filter(Boolean).join(', ');
  return (
    <article className="poster" aria-label={t('poster:sheet', { name: site.name })}>
      <p className="poster-call">{t('poster:call')}</p>
      <div className="poster-picture">
        {cover ? (
          <img src={cover.pictures.jpeg.url} alt={cover.alt ?? ''} />
        ) : (
          <PlaceDrawing kind={site.kind} id={site.id} pencilled={false} />
        )}
      </div>
      <div className="poster-words">
        <p className="poster-kind">{t(`vocabulary:kind.${site.kind}`)}</p>
        <h2>{site.name}</h2>
        <p className="poster-where">{where}</p>
        <ul className="poster-facts">
          {posterFacts(site, t).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      <div className="poster-foot">
        <div className="poster-code">{code ? <img src={code} alt={t('poster:code', { address })} /> : null}</div>
        <div>
          <p className="poster-scan">{t('poster:scan')}</p>
          <p className="poster-address">{address.replace(/^https?:\/\//, '')}</p>
          <p className="poster-print">
            {t('common:productName')} · {t('poster:printedOn', { day: formatInstantDay(new Date().toISOString(), currentLanguage()) })}
            {site.demo ? ` · ${t('poster:demo')}` : null}
          </p>
        </div>
      </div>
    </article>
  );
}

type Words = ReturnType<typeof useTranslation<['poster', 'vocabulary', 'common']>>['t'];

/** Only what is known: a poster asks no question of its owner. */
function posterFacts(site: SiteView, t: Words): string[] {
  const language = currentLanguage();
  const areas = site.premises.flatMap(({ floorAreaM2 }) => (floorAreaM2 === null ? [] : [floorAreaM2]));
  const tenures = [...new Set(site.offers.flatMap(({ tenure }) => (tenure === null ? [] : [t(`vocabulary:tenure.${tenure}`)])))];
  const [from] = site.offers.flatMap(({ availableFrom }) => (availableFrom === null ? [] : [availableFrom])).sort();
  const { landAreaM2 } = site.facts;
  return [
    areas.length > 0 ? t('poster:upTo', { area: formatArea(Math.max(...areas), language) }) : null,
    landAreaM2.value === null ? null : t('poster:land', { area: formatArea(landAreaM2.value, language) }),
    tenures.length > 0 ? tenures.join(', ') : null,
    from === undefined ? null : t('poster:from', { day: formatDay(from, language) }),
  ].filter((fact) => fact !== null);
}
