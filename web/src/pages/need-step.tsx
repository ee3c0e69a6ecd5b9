import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesFor } from '../features/matching/matching.queries';
import { useNeedDraft } from '../features/matching/need/need-draft';
import { type NeedError, needErrors } from '../features/matching/need/need-errors';
import { NeedPreview } from '../features/matching/need/need-preview';
import { isBlank, type NeedSearch } from '../features/matching/need/need-search';
import { NeedWizard } from '../features/matching/need/need-wizard';
import { stepAt, STEPS } from '../features/matching/need/steps';
import { usePageTitle } from '../lib/page-title';
import { pickTerritory, useTerritoryNames } from './need-territories';
import { need } from '../text/fr/need';
import { results } from '../text/fr/results';
import { addFrench } from '../text/i18n';

addFrench({ need, results });

const route = getRouteApi('/besoin/$step');

export function NeedStepPage() {
  const index = stepAt(route.useParams().step);
  return index < 0 ? <Navigate to="/besoin" replace /> : <NeedStep index={index} />;
}

function NeedStep({ index }: { readonly index: number }) {
  const { t } = useTranslation('need');
  const here = STEPS[index] ?? STEPS[0];
  usePageTitle(`${t(`title.${here.id}`)} ${t('pageTitle')}`);
  const given = route.useSearch();
  const navigate = useNavigate();
  const draft = useNeedDraft(given);
  const names = useTerritoryNames(draft.need.in);
  const check = useNeedCheck(draft.need);

  // A need that came by the address is now kept by the tab: the address goes back to naming the step alone.
  const carried = !isBlank(given);
  useEffect(() => {
    if (carried) void navigate({ to: '/besoin/$step', params: { step: here.slug }, search: {}, replace: true });
  }, [carried, here.slug, navigate]);

  const goOn = async () => {
    const errors = await check.run(draft.need);
    if (errors.some((error) => here.id === 'review' || error.step === here.id)) return;
    const next = STEPS[index + 1];
    if (next) await navigate({ to: '/besoin/$step', params: { step: next.slug } });
    else await navigate({ to: '/resultats', search: draft.need });
  };

  return (
    <NeedWizard
      key={here.id}
      index={index}
      need={draft.need}
      change={draft.change}
      savedAt={draft.savedAt}
      territoryPicker={pickTerritory}
      territoryNames={names}
      errors={check.errors}
      checking={check.running}
      onContinue={() => void goOn()}
      onClear={() => {
        draft.replace({});
        void navigate({ to: '/besoin/$step', params: { step: 'activite' } });
      }}
      preview={check.asked ? <Preview need={check.asked} /> : null}
    />
  );
}

function Preview({ need }: { readonly need: NeedSearch }) {
  const { data } = useQuery({ ...matchesFor(need), retry: false });
  return <NeedPreview results={data} />;
}

/** The server alone judges a need. Going on asks it; the same answer tells how many places the answers would find. */
function useNeedCheck(start: NeedSearch) {
  const client = useQueryClient();
  const [errors, setErrors] = useState<readonly NeedError[]>([]);
  const [asked, setAsked] = useState<NeedSearch | null>(isBlank(start) ? null : start);
  const [running, setRunning] = useState(false);
  const run = async (need: NeedSearch): Promise<readonly NeedError[]> => {
    setRunning(true);
    try {
      await client.query({ ...matchesFor(need), retry: false });
      setErrors([]);
      setAsked(need);
      return [];
    } catch (failure) {
      // Without a network the answers stay and people go on: the last step will say so.
      const refused = needErrors(failure);
      setErrors(refused);
      return refused;
    } finally {
      setRunning(false);
    }
  };
  return { errors, asked, running, run };
}
