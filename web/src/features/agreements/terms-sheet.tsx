import { useTranslation } from 'react-i18next';
import { formatArea, formatDay, formatEuros } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import type { Agreement } from './agreements.queries';

/** The text as it stands, for those who read it. What is not said yet is said not to be. */
export function TermsSheet({ agreement: { terms, premisesOffered, deeds } }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common']);
  const language = currentLanguage();
  const unsaid = t('agreements:sheet.unsaid');
  const day = (value: string | null) => (value === null ? unsaid : formatDay(value, language));
  const euros = (value: number | null) => (value === null ? null : formatEuros(value, language));
  const perYear = (value: number | null) => {
    const amount = euros(value);
    return amount === null ? null : t('agreements:sheet.perYear', { amount });
  };
  const chosen = premisesOffered.filter(({ id }) => terms.premises.includes(id));
  const sources = deeds.find(({ deed }) => deed === terms.deed)?.sources ?? [];
  const price =
    terms.rent === 'free'
      ? [
          terms.freeGround === null ? unsaid : t('agreements:sheet.free', { ground: t(`agreements:ground.${terms.freeGround}`) }),
          terms.freeMotive,
        ]
      : [perYear(terms.rentCentsPerYear)];
  const rows: readonly (readonly [string, string | null])[] = [
    [t('agreements:sheet.object'), terms.object],
    [t('agreements:sheet.use'), terms.use],
    [
      t('agreements:sheet.premises'),
      chosen.length === 0
        ? t('agreements:sheet.wholePlace')
        : chosen
            .map(({ name, floorAreaM2 }) => (floorAreaM2 === null ? name : `${name}, ${formatArea(floorAreaM2, language)}`))
            .join(' · '),
    ],
    [
      t('agreements:sheet.deed'),
      terms.deed === null ? null : `${t(`agreements:deed.${terms.deed}`)}${sources.length === 0 ? '' : ` (${sources.join(' ; ')})`}`,
    ],
    [
      t('agreements:sheet.term'),
      terms.startsOn === null
        ? null
        : terms.openEnded
          ? t('agreements:sheet.openEnded', { from: day(terms.startsOn) })
          : t('agreements:fromTo', { from: day(terms.startsOn), to: day(terms.endsOn) }),
    ],
    [t('agreements:sheet.price'), price.filter((part) => part !== null).join(' ') || null],
    ...(terms.chargesCentsPerYear === null ? [] : [[t('agreements:sheet.charges'), perYear(terms.chargesCentsPerYear)] as const]),
    ...(terms.depositCents === null ? [] : [[t('agreements:sheet.deposit'), euros(terms.depositCents)] as const]),
    [t('agreements:sheet.notice'), terms.noticeMonths === null ? null : t('agreements:sheet.months', { count: terms.noticeMonths })],
    [t('agreements:sheet.reports'), t(terms.reportsYearly ? 'common:yes' : 'common:no')],
    [t('agreements:sheet.signers'), [terms.ownerSigner, terms.occupantSigner].filter((one) => one !== null).join(' · ') || null],
    ...(terms.clauses === null ? [] : [[t('agreements:sheet.clauses'), terms.clauses] as const]),
  ];
  return (
    <Panel id="terms" title={t('agreements:part.terms')}>
      <dl className="agreement-terms">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <em>{unsaid}</em>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
