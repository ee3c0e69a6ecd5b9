import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import type { MyMembership } from '../../session/me';
import { Form } from '../../ui/form/form';
import { SelectField } from '../../ui/form/fields';
import { type Application, applicationsOf, projectsToBeginFrom } from './applications.queries';

interface BeginFormProps {
  readonly organisations: readonly [MyMembership, ...MyMembership[]];
  readonly target: { readonly callId: string } | { readonly siteId: string };
  /** An earlier file to begin from. */
  readonly from?: string | undefined;
  readonly onBegun: (application: Application) => void;
}

/** For which organisation, and what to begin from: nothing, a saved project, an earlier file. */
export function BeginForm({ organisations, target, from, onBegun }: BeginFormProps) {
  const { t } = useTranslation('applications');
  const [organisationId, setOrganisation] = useState(organisations[0].organisationId);
  const projects = useQuery(projectsToBeginFrom(organisationId)).data?.items ?? [];
  const earlier = useInfiniteQuery(applicationsOf(organisationId)).data?.pages.flatMap(({ items }) => items) ?? [];
  const start = (chosen: string | undefined) => {
    const [kind, id] = (chosen ?? '').split(':');
    if (kind === 'project' && id) return { projectId: id };
    return kind === 'application' && id ? { fromApplicationId: id } : {};
  };
  return (
    <Form
      submit={t('begin.submit')}
      onSend={async (answers) =>
        onBegun(
          await unwrap(
            api.POST('/api/applications', {
              body: { organisationId: answers['organisationId'] ?? organisationId, ...target, ...start(answers['from']) },
            }),
          ),
        )
      }
    >
      <div className="stack" onChange={(event) => pickOrganisation(event.target, setOrganisation)}>
        <SelectField
          name="organisationId"
          label={t('begin.organisation')}
          defaultValue={organisationId}
          options={organisations.map((one) => ({ value: one.organisationId, label: one.name }))}
        />
        <SelectField
          key={`${organisationId} ${earlier.length}`}
          name="from"
          {...(earlier.some(({ id }) => id === from) ? { defaultValue: `application:${from}` } : {})}
          label={t('begin.from')}
          help={t('begin.fromHelp')}
          isOptional
          blank={t('begin.blank')}
          options={[
            ...projects.map(({ id, name }) => ({ value: `project:${id}`, label: t('begin.project', { name }) })),
            ...earlier.map(({ id, title, filed }) => ({
              value: `application:${id}`,
              label: t('begin.earlier', { name: filed ? `${title} (${filed.number})` : title }),
            })),
          ]}
        />
      </div>
    </Form>
  );
}

function pickOrganisation(control: EventTarget, pick: (id: string) => void): void {
  if (control instanceof HTMLSelectElement && control.name === 'organisationId') pick(control.value);
}
