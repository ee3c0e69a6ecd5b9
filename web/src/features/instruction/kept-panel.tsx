import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { CheckboxGroup } from '../../ui/choices';
import { ProblemNotice } from '../../ui/problem-notice';
import { actOn, type Instruction, type InstructionActs, instructionSettings } from './instruction.queries';
import { LabelBadges } from './instruction-words';

/** Who works on this file, and how it is labelled: each tick is saved at once. */
export function KeptPanel({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const settings = useQuery(instructionSettings(instruction.ownerId)).data;
  const [failure, setFailure] = useState<unknown>(null);
  const canWrite = instruction.actions.writeNote === null;
  const ids = [instruction.id];
  const send = async (body: InstructionActs) => {
    try {
      await actOn(body);
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries({ queryKey: ['instruction'] });
  };
  const change = (kind: 'agents' | 'labels', before: readonly string[], after: readonly string[]) => {
    const added = after.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !after.includes(id));
    if (kind === 'agents') {
      if (added.length > 0) void send({ action: 'assign', ids, agents: added });
      if (removed.length > 0) void send({ action: 'unassign', ids, agents: removed });
    } else {
      if (added.length > 0) void send({ action: 'label', ids, labels: added });
      if (removed.length > 0) void send({ action: 'unlabel', ids, labels: removed });
    }
  };
  const agents = instruction.agents.map(({ id }) => id);
  const labels = instruction.labels.map(({ id }) => id);
  return (
    <Panel id="kept" title={t('kept.title')}>
      <div className="stack">
        {failure ? <ProblemNotice error={failure} /> : null}
        {canWrite && settings ? (
          <>
            <CheckboxGroup
              legend={t('kept.agents')}
              choices={settings.agents.map(({ id, name, isMe }) => ({ value: id, label: isMe ? t('kept.me', { name }) : name }))}
              values={agents}
              onChange={(after) => change('agents', agents, after)}
            />
            {settings.labels.length > 0 ? (
              <CheckboxGroup
                legend={t('kept.labels')}
                choices={settings.labels.map((label) => ({ value: label.id, label: <LabelBadges labels={[label]} /> }))}
                values={labels}
                onChange={(after) => change('labels', labels, after)}
              />
            ) : (
              <p className="field-help">{t('kept.noLabel')}</p>
            )}
          </>
        ) : (
          <>
            <p>{instruction.agents.map(({ name }) => name).join(', ') || t('list.nobody')}</p>
            <LabelBadges labels={instruction.labels} />
          </>
        )}
      </div>
    </Panel>
  );
}
