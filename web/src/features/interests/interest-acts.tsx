import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { type Answers, orNull } from '../../ui/form/answers';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { type Interest, interestById } from './interests.queries';

const EXPLAINED = [
  ...(['legal-step-missing', 'legal-path-forbids', 'interest-window-needed', 'interest-window-running'] as const),
  ...(['interest-has-rivals', 'interest-no-rival', 'interest-no-window', 'interest-place-taken'] as const),
];
type Explained = (typeof EXPLAINED)[number];
const isExplained = (code: string | null): code is Explained => (EXPLAINED as readonly (string | null)[]).includes(code);

/** What the owner may answer now; what it may not yet, and why. */
export function InterestActs({ interest }: { readonly interest: Interest }) {
  const { t } = useTranslation('interests');
  const client = useQueryClient();
  const { actions } = interest;
  const path = { id: interest.id };
  const keep = async (answer: Promise<Interest>) => {
    client.setQueryData(interestById(interest.id).queryKey, await answer);
    await client.invalidateQueries({ queryKey: ['interests', 'of'] });
    await client.invalidateQueries({ queryKey: ['law', 'interest', interest.id] });
  };
  const reason = (said: Answers) => ({ reason: said['reason'] ?? '' });
  const isLooking = interest.state === 'received' || interest.state === 'refused_by_silence';
  const waits = isLooking
    ? [actions.openPublicity, actions.grant].find((code) => code === null) === undefined
    : actions.grant !== null && actions.turnIntoCall !== null;
  const why =
    interest.state === 'publicity_open'
      ? actions.grant
      : isLooking
        ? actions.grant === 'interest-window-needed'
          ? actions.openPublicity
          : actions.grant
        : null;
  const isOver = Object.values(actions).every((code) => code !== null);
  return (
    <Panel id="acts" title={t('answerTitle')} tone="enamel">
      <div className="stack">
        {isOver ? <p>{t('nothingToDo')}</p> : null}
        {waits && isExplained(why) ? <p>{t('notNow', { why: t(`why.${why}`) })}</p> : null}
        <div className="form-actions">
          {actions.openPublicity === null ? (
            <ActButton
              label={t('open.act')}
              look="primary"
              title={t('open.act')}
              submit={t('open.act')}
              onSend={(said) =>
                keep(
                  unwrap(
                    api.POST('/api/interests/{id}/publicity', {
                      params: { path },
                      body: { what: said['what'] ?? '', shownAlso: orNull(said['shownAlso']), closesAt: said['closesAt'] ?? '' },
                    }),
                  ),
                )
              }
            >
              <p>{t('open.text')}</p>
              <TextAreaField name="what" label={t('open.what')} help={t('open.whatHelp')} rows={4} maxLength={4000} />
              <TextField name="shownAlso" label={t('open.shownAlso')} help={t('open.shownAlsoHelp')} isOptional maxLength={300} />
              <TextField name="closesAt" type="date" label={t('open.closesAt')} help={t('open.closesAtHelp')} />
            </ActButton>
          ) : null}
          {actions.grant === null ? (
            <ActButton
              label={t('grant.act')}
              look="primary"
              title={t('grant.act')}
              submit={t('grant.act')}
              onSend={(said) =>
                keep(
                  unwrap(
                    api.POST('/api/interests/{id}/grant', {
                      params: { path },
                      body: { authority: said['authority'] ?? '', date: said['date'] ?? '', reference: said['reference'] ?? '' },
                    }),
                  ),
                )
              }
            >
              <p>{t('grant.text')}</p>
              <TextField name="authority" label={t('grant.authority')} help={t('grant.authorityHelp')} maxLength={200} />
              <TextField name="date" type="date" label={t('grant.date')} />
              <TextField name="reference" label={t('grant.reference')} maxLength={120} />
            </ActButton>
          ) : null}
          {actions.turnIntoCall === null ? (
            <ActButton
              label={t('turn.act')}
              look="primary"
              title={t('turn.act')}
              submit={t('turn.act')}
              onSend={() => keep(unwrap(api.POST('/api/interests/{id}/call', { params: { path } })))}
            >
              <p>{t('turn.text')}</p>
            </ActButton>
          ) : null}
          {actions.decline === null ? (
            <ActButton
              label={t('decline.act')}
              title={t('decline.act')}
              submit={t('decline.act')}
              onSend={(said) => keep(unwrap(api.POST('/api/interests/{id}/decline', { params: { path }, body: reason(said) })))}
            >
              <p>{t('decline.text')}</p>
              <Reason />
            </ActButton>
          ) : null}
          {actions.refuseAdmission === null ? (
            <ActButton
              label={t('refuse.act')}
              look="quiet"
              title={t('refuse.act')}
              submit={t('refuse.act')}
              onSend={(said) => keep(unwrap(api.POST('/api/interests/{id}/refuse-admission', { params: { path }, body: reason(said) })))}
            >
              <p>{t('refuse.text')}</p>
              <Reason />
            </ActButton>
          ) : null}
          {actions.close === null ? (
            <ActButton
              label={t('close.act')}
              look="quiet"
              title={t('close.act')}
              submit={t('close.act')}
              onSend={(said) => keep(unwrap(api.POST('/api/interests/{id}/close', { params: { path }, body: reason(said) })))}
            >
              <p>{t('close.text')}</p>
              <Reason />
            </ActButton>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

function Reason() {
  const { t } = useTranslation('interests');
  return <TextAreaField name="reason" label={t('reasonField')} help={t('reasonHelp')} rows={3} maxLength={2000} />;
}
