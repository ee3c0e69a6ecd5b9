import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { ActButton } from '../../../ui/act-button';
import { RadioField } from '../../../ui/form/choice-fields';
import { TextField } from '../../../ui/form/fields';
import type { Call } from '../calls.queries';

const TEMPLATES = ['building', 'premises', 'land', 'two_steps', 'blank'] as const;
type Template = (typeof TEMPLATES)[number];

/** A call begins with a title and something to start from. */
export function NewCallButton({
  organisationId,
  onCreated,
}: {
  readonly organisationId: string;
  readonly onCreated: (call: Call) => void;
}) {
  const { t } = useTranslation('calls');
  return (
    <ActButton
      label={t('new.act')}
      look="primary"
      title={t('new.act')}
      submit={t('new.submit')}
      onSend={async (answers) =>
        onCreated(
          await unwrap(
            api.POST('/api/calls', {
              body: { organisationId, title: answers['title'] ?? '', template: (answers['template'] ?? 'blank') as Template, lots: [] },
            }),
          ),
        )
      }
    >
      <TextField name="title" label={t('edit.title')} help={t('new.titleHelp')} maxLength={160} />
      <RadioField
        name="template"
        label={t('new.template')}
        defaultValue="building"
        choices={TEMPLATES.map((value) => ({ value, label: t(`template.${value}`) }))}
      />
    </ActButton>
  );
}
