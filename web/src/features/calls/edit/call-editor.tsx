import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldSaverContext, useEditSaver } from '../../../lib/field-saver';
import { parisClock } from '../../../lib/format';
import { Panel } from '../../../ui/card';
import { SavedText } from '../../../ui/saved/saved-controls';
import { SavingLine } from '../../../ui/saved/saved-parts';
import { type Call, callById, type CallEdit, saveCall } from '../calls.queries';
import { FormEditor } from './form-editor';
import { LotsEditor, type TerritoryPicker } from './place-editors';
import { JuryEditor, ShownEditor } from './jury-editors';
import { DocumentsEditor, EligibilityEditor, GridEditor } from './rule-editors';
import { CalendarEditor, FirstStepEditor } from './steps-editor';

const MOMENTS = ['opensAt', 'firstClosesAt', 'closesAt'];
/** `/form/0/questions/2/label` is about the form; `form` is. */
const isAbout = (field: string, path: string): boolean => field.replace(/^\//, '').split(/[/.]/)[0] === path;

interface CallEditorProps {
  readonly call: Call;
  readonly territoryPicker: TerritoryPicker;
  /** Where the call stands, beside its parts. */
  readonly standing: ReactNode;
}

const PARTS = ['text', 'lots', 'calendar', 'form', 'documents', 'firstStep', 'eligibility', 'grid', 'jury', 'shown'] as const;

/** A call as its agents write it, part by part; nothing is to be saved by hand. */
export function CallEditor({ call, territoryPicker, standing }: CallEditorProps) {
  const { t } = useTranslation(['calls', 'common']);
  const client = useQueryClient();
  const thing = useMemo(
    () => ({
      version: call.inside?.version ?? 0,
      canEdit: call.actions.updateCall === null,
      valueAt: (path: string) => {
        const value = (call.content as Readonly<Record<string, unknown>>)[path];
        if (!MOMENTS.includes(path) || typeof value !== 'string') return value;
        const { day, time } = parisClock(value);
        return `${day}T${time}`;
      },
      editOf: (path: string, value: unknown) => ({ [path]: value }),
      isAbout,
      send: async (version: number, edit: CallEdit) => {
        const saved = await saveCall(call.id, version, edit);
        client.setQueryData(callById(call.id).queryKey, saved);
        return saved.inside?.version ?? version;
      },
      reread: () => void client.invalidateQueries({ queryKey: callById(call.id).queryKey }),
    }),
    [call, client],
  );
  const saver = useEditSaver<CallEdit>(thing);
  return (
    <FieldSaverContext value={saver}>
      <div className="aside-columns">
        <div className="aside-standing stack">
          {standing}
          <nav aria-label={t('calls:edit.parts')}>
            <ul className="call-nav">
              {PARTS.filter((part) => part !== 'firstStep' || call.content.firstStep !== null).map((part) => (
                <li key={part}>
                  <a href={`#${part}`}>{t(`calls:part.${part}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className="stack">
          <SavingLine saver={saver} />
          <Panel id="text" title={t('calls:part.text')}>
            <div className="stack">
              <SavedText path="title" label={t('calls:edit.title')} maxLength={160} />
              <SavedText path="summary" label={t('calls:edit.summary')} help={t('calls:edit.summaryHelp')} rows={3} maxLength={600} />
              <SavedText
                path="description"
                label={t('calls:edit.description')}
                optionalLabel={t('common:optional')}
                rows={10}
                maxLength={20000}
              />
              <SavedText
                path="contact"
                label={t('calls:edit.contact')}
                help={t('calls:edit.contactHelp')}
                optionalLabel={t('common:optional')}
                maxLength={300}
              />
            </div>
          </Panel>
          <Panel id="lots" title={t('calls:part.lots')}>
            <LotsEditor call={call} territoryPicker={territoryPicker} />
          </Panel>
          <Panel id="calendar" title={t('calls:part.calendar')}>
            <CalendarEditor />
          </Panel>
          <Panel id="form" title={t('calls:part.form')}>
            <FormEditor />
          </Panel>
          <Panel id="documents" title={t('calls:part.documents')}>
            <DocumentsEditor />
          </Panel>
          {call.content.firstStep === null ? null : (
            <Panel id="firstStep" title={t('calls:part.firstStep')}>
              <FirstStepEditor />
            </Panel>
          )}
          <Panel id="eligibility" title={t('calls:part.eligibility')}>
            <EligibilityEditor />
          </Panel>
          <Panel id="grid" title={t('calls:part.grid')}>
            <GridEditor />
          </Panel>
          <Panel id="jury" title={t('calls:part.jury')}>
            <JuryEditor />
          </Panel>
          <Panel id="shown" title={t('calls:part.shown')}>
            <ShownEditor />
          </Panel>
        </div>
      </div>
    </FieldSaverContext>
  );
}
