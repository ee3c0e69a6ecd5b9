import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { Panel } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form/form';
import { SelectInput, TextArea } from '../../ui/inputs';
import { Notice } from '../../ui/notice';
import { AwardLineFields, settled } from './award-line';
import { type Award, type AwardLine, awardOf, type DeedKind } from './decisions.queries';

const DEEDS = [
  'temporary_occupation',
  'administrative_emphyteutic_lease',
  'emphyteutic_lease',
  'loan_for_use',
  'solidarity_lease',
  'civil_lease',
  'commercial_lease',
  'short_commercial_lease',
  'sale',
] as const satisfies readonly DeedKind[];

/** The proposal, lot by lot: edited while nothing is proposed, read afterwards. */
export function AwardEditor({ award }: { readonly award: Award }) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const mayEdit = award.actions.saveAward === null;
  const [lines, setLines] = useState<AwardLine[]>(() => award.lines.map((line) => ({ ...line, outcome: settled(line.outcome) })));
  const [deedKind, setDeedKind] = useState<DeedKind>(award.deedKind);
  const [departure, setDeparture] = useState(award.departure ?? '');
  const [isSaved, setSaved] = useState(false);
  const shown: Award['lines'] = mayEdit ? lines : award.lines;
  const lots: readonly { readonly id: string | null; readonly name: string }[] =
    award.lots.length === 0 ? [{ id: null, name: t('award.wholeCall') }] : award.lots;
  const change = (next: AwardLine) => {
    setSaved(false);
    setLines(lines.map((line) => (line.lot === next.lot && line.applicationId === next.applicationId ? next : line)));
  };
  const body = lots.map(({ id, name }) => (
    <section key={id ?? 'all'} aria-labelledby={`lot-${id ?? 'all'}`} className="stack">
      <h3 id={`lot-${id ?? 'all'}`}>{name}</h3>
      {shown
        .filter(({ lot }) => lot === id)
        .map((line) => (
          <AwardLineFields key={line.applicationId} award={award} line={line} onChange={mayEdit ? change : null} />
        ))}
    </section>
  ));
  return (
    <Panel id="proposal" title={t('award.proposal')}>
      <div className="stack">
        {award.publishedAt === null ? <p>{t('award.inside')}</p> : null}
        {mayEdit && award.drafted ? (
          <Notice>
            <p>{t('award.drafted')}</p>
          </Notice>
        ) : null}
        {mayEdit ? (
          <Form
            submit={t('award.save')}
            onSend={async () => {
              const input = { lines, deedKind, departure: departure.trim() === '' ? null : departure };
              const params = { path: { id: award.call.id } };
              client.setQueryData(awardOf(award.call.id).queryKey, await unwrap(api.PUT('/api/calls/{id}/award', { params, body: input })));
              setSaved(true);
            }}
          >
            <div className="stack">
              {body}
              <Field label={t('award.departure')} help={t('award.departureHelp')}>
                <TextArea rows={3} maxLength={2000} value={departure} onChange={(event) => setDeparture(event.target.value)} />
              </Field>
              <Field label={t('award.deed')} help={t('award.deedHelp')}>
                <SelectInput value={deedKind} onChange={(event) => setDeedKind(event.target.value as DeedKind)}>
                  {DEEDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`deed.${kind}`)}
                    </option>
                  ))}
                </SelectInput>
              </Field>
              <p role="status">{isSaved ? t('award.saved') : ''}</p>
            </div>
          </Form>
        ) : (
          <>
            {body}
            {award.departure === null ? null : (
              <p>
                {t('award.departure')} : {award.departure}
              </p>
            )}
            <p>
              {t('award.deed')} : {t(`deed.${award.deedKind}`)}
            </p>
          </>
        )}
      </div>
    </Panel>
  );
}
