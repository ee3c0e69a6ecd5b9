import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { ProblemNotice } from '../../ui/problem-notice';
import { type InstructionSettings, instructionSettings, type LabelColour } from './instruction.queries';

const COLOURS = ['enamel', 'brick', 'amber', 'moss', 'violet', 'neutral'] as const satisfies readonly LabelColour[];

/** The labels of an organisation: made here, put on files in the list. */
export function LabelEditor({ organisationId, settings }: { readonly organisationId: string; readonly settings: InstructionSettings }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const [made, setMade] = useState(0);
  const keep = async (answer: Promise<InstructionSettings>) => {
    client.setQueryData(instructionSettings(organisationId).queryKey, await answer);
    setFailure(null);
    await client.invalidateQueries({ queryKey: ['instruction', 'list'] });
  };
  const remove = (id: string) => unwrap(api.PATCH('/api/instruction-labels/{id}', { params: { path: { id } }, body: { removed: true } }));
  return (
    <div className="stack">
      <ul className="instruction-label-list">
        {settings.labels.map(({ id, name, colour }) => (
          <li key={id}>
            <Badge tone={colour}>{name}</Badge>
            <Button size="small" look="quiet" onClick={() => void keep(remove(id)).catch(setFailure)}>
              {t('labels.remove')}
              <span className="visually-hidden"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {failure ? <ProblemNotice error={failure} /> : null}
      <Form
        key={made}
        submit={t('labels.add')}
        submitLook="secondary"
        label={t('labels.add')}
        onSend={async (answers) => {
          const colour = COLOURS.find((one) => one === answers['colour']) ?? 'enamel';
          const body = { name: answers['name'] ?? '', colour };
          await keep(unwrap(api.POST('/api/organisations/{id}/instruction-labels', { params: { path: { id: organisationId } }, body })));
          setMade(made + 1);
        }}
      >
        <div className="instruction-pair">
          <TextField name="name" label={t('labels.name')} maxLength={60} />
          <SelectField
            name="colour"
            label={t('labels.colour')}
            options={COLOURS.map((value) => ({ value, label: t(`colour.${value}`) }))}
          />
        </div>
      </Form>
    </div>
  );
}
