import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import { useDebounced } from '../../../lib/use-debounced';
import { Button } from '../../../ui/button';
import { ErrorState } from '../../../ui/error-state';
import { Field } from '../../../ui/field';
import { orNull } from '../../../ui/form/answers';
import { RadioField } from '../../../ui/form/choice-fields';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { TextInput } from '../../../ui/inputs';
import { LinkButton } from '../../../ui/link-button';
import { Notice } from '../../../ui/notice';
import { placeById } from '../sites.queries';
import { leadsIn } from './keep.queries';
import './keep.css';

type Done = components['schemas']['SiteActsDone']['items'];
const MOST = 60;

interface ClaimLeadsProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** A place that was being looked at. */
  readonly first: string | null;
  readonly territoryPicker: (onPick: (territoryId: string) => void) => ReactNode;
}

/** Sixty stations in one go: the owner chooses among the leads of open data, and gives one proof for all. */
export function ClaimLeads({ organisations, first, territoryPicker }: ClaimLeadsProps) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(first === null ? [] : [first]);
  const [done, setDone] = useState<Done | null>(null);
  if (done !== null) return <Claimed items={done} />;
  const [owner] = organisations;
  return (
    <div className="stack">
      <section className="stack" aria-labelledby="claim-find">
        <h2 id="claim-find">{t('desk:claim.find')}</h2>
        <Leads first={first} chosen={chosen} onChoose={setChosen} territoryPicker={territoryPicker} />
        <p role="status">
          <strong>{t('desk:claim.chosen', { count: chosen.length })}</strong>
        </p>
      </section>
      {chosen.length === 0 ? null : (
        <section className="stack" aria-labelledby="claim-proof">
          <h2 id="claim-proof">{t('desk:claim.proof')}</h2>
          <Form
            submit={t('desk:claim.submit')}
            onSend={async (answers) => {
              const body = {
                organisationId: answers['organisationId'] ?? owner?.id ?? '',
                ids: [...chosen],
                role: (answers['role'] ?? 'owns') as 'owns' | 'manages',
                until: orNull(answers['until']),
                proof: {
                  text: answers['proof.text'] ?? '',
                  reference: orNull(answers['proof.reference']),
                  date: answers['proof.date'] ?? '',
                },
              };
              const { items } = await unwrap(api.POST('/api/sites/claims', { body }));
              await client.invalidateQueries({ queryKey: ['kept-sites'] });
              await client.invalidateQueries({ queryKey: ['sites'] });
              setDone(items);
            }}
          >
            {organisations.length > 1 ? (
              <SelectField
                name="organisationId"
                label={t('keep:new.for')}
                options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ) : (
              <p>{t('keep:new.forOne', { name: owner?.name ?? '' })}</p>
            )}
            <RadioField
              name="role"
              label={t('desk:claim.role')}
              defaultValue="owns"
              choices={(['owns', 'manages'] as const).map((value) => ({ value, label: t(`desk:claim.${value}`) }))}
            />
            <TextField name="until" type="date" label={t('desk:claim.until')} isOptional />
            <TextAreaField name="proof.text" label={t('desk:claim.proofText')} help={t('desk:claim.proofHelp')} rows={3} maxLength={2000} />
            <div className="form-row">
              <TextField name="proof.reference" label={t('desk:claim.proofReference')} maxLength={200} autoComplete="off" isOptional />
              <TextField name="proof.date" type="date" label={t('desk:claim.proofDate')} />
            </div>
          </Form>
        </section>
      )}
    </div>
  );
}

interface LeadsProps extends Pick<ClaimLeadsProps, 'first' | 'territoryPicker'> {
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function Leads({ first, chosen, onChoose, territoryPicker }: LeadsProps) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const [territory, setTerritory] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const seen = useQuery({ ...placeById(first ?? ''), enabled: first !== null });
  const leads = useInfiniteQuery(leadsIn(territory, useDebounced(words, 300)));
  const found = leads.data?.pages.flatMap((page) => page.items) ?? [];
  const looked = seen.data && !found.some(({ id }) => id === first) ? [seen.data] : [];
  const rows = [
    ...looked.map(({ id, name, kind, territories }) => ({ id, name, kind, commune: territories.commune?.name ?? null })),
    ...found.map(({ id, name, kind, commune }) => ({ id, name, kind, commune: commune?.name ?? null })),
  ];
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((kept) => kept !== id) : [...chosen, id].slice(0, MOST));
  return (
    <>
      <div className="form-row">
        {territoryPicker(setTerritory)}
        <Field label={t('desk:claim.words')} optionalLabel={t('common:optional')}>
          <TextInput value={words} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
        </Field>
      </div>
      {leads.isError ? <ErrorState level={3} error={leads.error} onRetry={() => void leads.refetch()} /> : null}
      {leads.isSuccess && rows.length === 0 ? <p>{t('desk:claim.none')}</p> : null}
      {rows.length > 0 ? (
        <fieldset className="choices">
          <legend className="field-label">{t('desk:claim.list')}</legend>
          {rows.length > 1 ? (
            <div className="form-actions">
              <Button
                size="small"
                look="quiet"
                onClick={() => onChoose([...new Set([...chosen, ...rows.map(({ id }) => id)])].slice(0, MOST))}
              >
                {t('desk:claim.all')}
              </Button>
            </div>
          ) : null}
          {rows.map(({ id, name, kind, commune }) => (
            <label key={id} className="choice">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span className="choice-text">
                <span>{name}</span>
                <span className="choice-hint">{[t(`vocabulary:kind.${kind}`), commune].filter(Boolean).join(' · ')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {leads.hasNextPage ? <Button onClick={() => void leads.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </>
  );
}

function Claimed({ items }: { readonly items: Done }) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const taken = items.filter(({ code }) => code === null);
  const refused = items.length - taken.length;
  return (
    <Notice
      role="status"
      tone={refused > 0 ? 'warning' : 'good'}
      title={taken.length > 0 ? t('desk:claim.done', { count: taken.length }) : null}
      actions={
        <LinkButton to="/mes-lieux" look="primary">
          {t('desk:claim.desk')}
        </LinkButton>
      }
    >
      {refused > 0 ? <p>{t('desk:claim.refused', { count: refused })}</p> : null}
      <p>{t('desk:claim.next')}</p>
    </Notice>
  );
}
