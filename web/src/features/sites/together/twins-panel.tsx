import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { ActButton } from '../../../ui/act-button';
import { Panel } from '../../../ui/card';
import { type MergedSheet, type Twin, twinsOf, undoMerge } from './together.queries';

interface TwinsPanelProps {
  readonly siteId: string;
}

/** “Also registered as…”: the other sheets of what may be the same place, and those that went into this one. */
export function TwinsPanel({ siteId }: TwinsPanelProps) {
  const { t } = useTranslation('together');
  const { data } = useQuery(twinsOf(siteId));
  if (!data) return null;
  return (
    <Panel id="twins" title={t('panel.title')}>
      <div className="stack">
        {data.items.length > 0 ? (
          <ul className="row-list">
            {data.items.map((twin) => (
              <TwinRow key={twin.id} siteId={siteId} twin={twin} />
            ))}
          </ul>
        ) : (
          <p>{t('panel.none')}</p>
        )}
        {data.merged.map((merged) => (
          <MergedLine key={merged.merge} siteId={siteId} merged={merged} />
        ))}
        <p>
          <Link to="/mes-lieux/$siteId/reunir" params={{ siteId }}>
            {t('panel.another')}
          </Link>
        </p>
      </div>
    </Panel>
  );
}

export function TwinRow({ siteId, twin }: { readonly siteId: string; readonly twin: Twin }) {
  const { t } = useTranslation(['together', 'vocabulary', 'keep']);
  const { id, name, kind, state, commune, organisation, signs } = twin;
  const standing = state === 'potential' ? t('together:openData') : organisation;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/mes-lieux/$siteId/reunir" params={{ siteId }} search={{ avec: id }}>
            {t('together:panel.compare', { name })}
          </Link>
        </p>
        <p>{[t(`vocabulary:kind.${kind}`), commune, standing].filter(Boolean).join(' · ')}</p>
        <p className="field-help">{signs.map((sign) => t(`together:sign.${sign}`)).join(' · ')}</p>
      </div>
    </li>
  );
}

function MergedLine({ siteId, merged }: { readonly siteId: string; readonly merged: MergedSheet }) {
  const { t } = useTranslation('together');
  const client = useQueryClient();
  const language = currentLanguage();
  return (
    <div className="form-actions">
      <p>{t('panel.merged', { name: merged.name, moment: formatMoment(merged.at, language) })}</p>
      {merged.undoUntil === null ? null : (
        <ActButton
          label={t('undo.act')}
          about={merged.name}
          look="quiet"
          title={t('undo.title')}
          submit={t('undo.act')}
          onSend={async () => {
            await undoMerge(merged.merge);
            await Promise.all([
              client.invalidateQueries({ queryKey: ['kept-sites'] }),
              client.invalidateQueries({ queryKey: ['sites'] }),
              client.invalidateQueries({ queryKey: ['kept-sites', siteId, 'twins'] }),
            ]);
          }}
        >
          <p>{t('undo.text', { name: merged.name, moment: formatMoment(merged.undoUntil, language) })}</p>
        </ActButton>
      )}
    </div>
  );
}
