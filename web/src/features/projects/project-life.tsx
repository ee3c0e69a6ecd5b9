import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { orNull } from '../../ui/form/answers';
import { RadioField } from '../../ui/form/choice-fields';
import { TextAreaField } from '../../ui/form/fields';
import { LinkButton } from '../../ui/link-button';
import { ProblemNotice } from '../../ui/problem-notice';
import { ProjectBadges } from './project-badges';
import { ProjectRefusal } from './project-refusal';
import { CLOSING_REASONS, type ClosingReason } from './project-words';
import { type Inside, type Project, projectById } from './projects.queries';

interface ProjectLifeProps {
  readonly project: Project;
  readonly inside: Inside;
}

/** Where the project stands, what can be done now, and why the rest cannot. */
export function ProjectLife({ project, inside }: ProjectLifeProps) {
  const { t } = useTranslation('projects');
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const params = { path: { id: project.id } };
  const keep = async (answer: Promise<Project>) => {
    client.setQueryData(projectById(project.id).queryKey, await answer);
    setFailure(null);
    await client.invalidateQueries({ queryKey: ['projects'] });
  };
  const act = (answer: Promise<Project>) => void keep(answer).catch(setFailure);
  const { actions, state } = project;
  const move = state === 'draft' ? 'openProject' : state === 'closed' ? 'reopenProject' : null;
  const refusal = move === null ? null : actions[move];
  const visibility = inside.public ? 'hideProject' : 'showProject';
  return (
    <Panel id="life" title={t('section.life')} tone="enamel">
      <div className="stack">
        <ProjectBadges project={{ state, public: inside.public }} />
        <p>{t(`stateText.${state}`)}</p>
        {inside.closing ? (
          <p>
            {t('closedBecause', { reason: t(`closing.${inside.closing.reason}`) })} {inside.closing.note}
          </p>
        ) : null}
        {failure ? <ProblemNotice error={failure} /> : null}
        {refusal !== null ? <ProjectRefusal code={refusal} /> : null}
        <div className="form-actions">
          {move === 'openProject' && refusal === null ? (
            <Button look="primary" onClick={() => act(unwrap(api.POST('/api/projects/{id}/open', { params })))}>
              {t('act.open')}
            </Button>
          ) : null}
          {move === 'reopenProject' && refusal === null ? (
            <Button look="primary" onClick={() => act(unwrap(api.POST('/api/projects/{id}/reopen', { params })))}>
              {t('act.reopen')}
            </Button>
          ) : null}
          {actions.closeProject === null ? (
            <ActButton
              label={t('act.close')}
              title={t('act.closeTitle')}
              submit={t('act.close')}
              onSend={(answers) =>
                keep(
                  unwrap(
                    api.POST('/api/projects/{id}/close', {
                      params,
                      body: { reason: (answers['reason'] ?? '') as ClosingReason, note: orNull(answers['note']) },
                    }),
                  ),
                )
              }
            >
              <p>{t('act.closeText')}</p>
              <RadioField
                name="reason"
                label={t('field.closingReason')}
                choices={CLOSING_REASONS.map((value) => ({ value, label: t(`closing.${value}`) }))}
              />
              <TextAreaField name="note" label={t('field.closingNote')} rows={2} maxLength={500} isOptional />
            </ActButton>
          ) : null}
        </div>
        {state === 'closed' ? null : (
          <>
            <h3>{t('visibility.title')}</h3>
            <p>{t(inside.public ? (state === 'draft' ? 'visibility.onceOpen' : 'visibility.publicText') : 'visibility.privateText')}</p>
            {actions[visibility] === null ? (
              <div className="form-actions">
                <Button onClick={() => act(unwrap(api.PUT('/api/projects/{id}/visibility', { params, body: { public: !inside.public } })))}>
                  {t(inside.public ? 'act.hide' : 'act.show')}
                </Button>
                {inside.public && state !== 'draft' ? (
                  <LinkButton to="/projets/$projectId" params={{ projectId: project.id }} look="quiet">
                    {t('visibility.see')}
                  </LinkButton>
                ) : null}
              </div>
            ) : (
              <ProjectRefusal code={actions[visibility]} />
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
