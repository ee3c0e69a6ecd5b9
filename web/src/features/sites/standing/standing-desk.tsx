import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { formatMoment } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { ActButton } from '../../../ui/act-button';
import { Badge } from '../../../ui/badge';
import { ErrorState } from '../../../ui/error-state';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/fields';
import { Skeleton } from '../../../ui/skeleton';
import { type SiteStanding, type Standing, type StandingAnswer, standingAnswers, STANDINGS } from './standing.queries';
import { StandingWords } from './standing-words';
import './standing.css';

/** What passers-by answered about a place: its keeper says otherwise, and decides on photos, or a moderator when nobody keeps it. */
export function StandingDesk({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation(['participation', 'common']);
  const answers = useQuery(standingAnswers(siteId));
  if (answers.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (answers.isError) return <ErrorState level={3} error={answers.error} onRetry={() => void answers.refetch()} />;
  const { standing, items, actions } = answers.data;
  return (
    <div className="stack">
      <StandingWords standing={standing} />
      {actions.stateStanding === null ? <KeeperWord siteId={siteId} keeper={standing.keeper} /> : null}
      {items.length === 0 ? <p className="field-help">{t('participation:standing.none')}</p> : null}
      <ul>
        {items.map((answer) => (
          <AnswerRow key={answer.id} answer={answer} />
        ))}
      </ul>
    </div>
  );
}

function KeeperWord({ siteId, keeper }: { readonly siteId: string; readonly keeper: SiteStanding['keeper'] }) {
  const { t } = useTranslation(['participation', 'vocabulary']);
  const client = useQueryClient();
  return (
    <ActButton
      label={t('participation:standing.say')}
      title={t('participation:standing.sayTitle')}
      submit={t('participation:standing.saySubmit')}
      onSend={async ({ says = '', note = '' }) => {
        const body = { says: says === '' ? null : (says as Standing), note };
        await done(api.PUT('/api/sites/{id}/standing', { params: { path: { id: siteId } }, body }));
        await client.invalidateQueries();
      }}
    >
      <p>{t('participation:standing.sayText')}</p>
      <SelectField
        name="says"
        label={t('participation:standing.sayWhat')}
        isOptional
        blank={t('participation:standing.sayNothing')}
        defaultValue={keeper?.says ?? ''}
        options={STANDINGS.map((value) => ({ value, label: t(`vocabulary:standsThere.${value}`) }))}
      />
      <TextField name="note" label={t('participation:standing.note')} isOptional maxLength={300} defaultValue={keeper?.note ?? ''} />
    </ActButton>
  );
}

function AnswerRow({ answer: { id, answer, at, setAside, photo, actions } }: { readonly answer: StandingAnswer }) {
  const { t } = useTranslation(['participation', 'vocabulary']);
  const client = useQueryClient();
  const params = { path: { id } };
  const moment = formatMoment(at, currentLanguage());
  const picture = photo?.pictures?.webp[0];
  const refresh = () => client.invalidateQueries();
  return (
    <li className="standing-answer">
      <p>
        <Badge tone={setAside === null ? 'enamel' : 'neutral'}>{t(`vocabulary:standsThere.${answer}`)}</Badge> {moment}
      </p>
      {setAside === null ? null : <p className="field-help">{t('participation:standing.aside', { reason: setAside })}</p>}
      {photo ? <p className="field-help">{t(`participation:standing.photo.${photoState(photo)}`)}</p> : null}
      {picture && photo.state === 'available' ? (
        <img
          className="standing-photo"
          src={picture.url}
          width={picture.widthPx}
          height={picture.heightPx}
          alt={photo.alt ?? t('participation:standing.photoAlt')}
          loading="lazy"
        />
      ) : null}
      <div className="form-actions">
        {actions.showPasserbyPhoto === null ? (
          <ActButton
            label={t('participation:standing.show')}
            about={moment}
            title={t('participation:standing.show')}
            submit={t('participation:standing.show')}
            onSend={async ({ alt = '' }) => {
              await done(api.POST('/api/standing-answers/{id}/photo/show', { params, body: { alt } }));
              await refresh();
            }}
          >
            <p>{t('participation:standing.showText')}</p>
            <TextField name="alt" label={t('participation:standing.alt')} help={t('participation:standing.altHelp')} maxLength={300} />
          </ActButton>
        ) : null}
        {actions.refusePasserbyPhoto === null ? (
          <ActButton
            label={t('participation:standing.refuse')}
            about={moment}
            look="quiet"
            title={t('participation:standing.refuse')}
            submit={t('participation:standing.refuse')}
            onSend={async ({ reason = '' }) => {
              await done(api.POST('/api/standing-answers/{id}/photo/refuse', { params, body: { reason } }));
              await refresh();
            }}
          >
            <TextAreaField name="reason" label={t('participation:reason')} maxLength={300} />
          </ActButton>
        ) : null}
        {actions.setStandingAnswerAside === null ? (
          <ActButton
            label={t('participation:standing.setAside')}
            about={moment}
            look="quiet"
            title={t('participation:standing.setAside')}
            submit={t('participation:standing.setAside')}
            onSend={async ({ reason = '' }) => {
              await done(api.POST('/api/standing-answers/{id}/set-aside', { params, body: { reason } }));
              await refresh();
            }}
          >
            <p>{t('participation:standing.setAsideText')}</p>
            <TextAreaField name="reason" label={t('participation:reason')} maxLength={300} />
          </ActButton>
        ) : null}
      </div>
    </li>
  );
}

function photoState({ state, visibility }: NonNullable<StandingAnswer['photo']>): 'checking' | 'waiting' | 'shown' | 'refused' {
  if (state === 'received' || state === 'checked') return 'checking';
  if (state !== 'available') return 'refused';
  return visibility === 'public' ? 'shown' : 'waiting';
}
