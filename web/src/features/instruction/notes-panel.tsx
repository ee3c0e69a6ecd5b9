import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { type Instruction, settle } from './instruction.queries';

/** What agents write to each other; the applicant never reads it. */
export function NotesPanel({ instruction: { id, notes, actions } }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const [made, setMade] = useState(0);
  const language = currentLanguage();
  return (
    <Panel id="notes" title={t('notes.title')}>
      <div className="stack">
        <p className="field-help">{t('notes.text')}</p>
        {notes.length === 0 ? <p>{t('notes.none')}</p> : null}
        <ul className="instruction-notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p className="instruction-note">{note.text}</p>
              <p className="field-help">
                {t('notes.by', { who: note.who ?? t('notes.gone'), when: formatMoment(note.at, language) })}
                {note.editedAt ? ` · ${t('notes.edited', { when: formatMoment(note.editedAt, language) })}` : ''}
              </p>
              {note.isMine && actions.writeNote === null ? (
                <ActButton
                  label={t('notes.edit')}
                  look="quiet"
                  title={t('notes.edit')}
                  submit={t('notes.save')}
                  onSend={(answers) => {
                    const params = { path: { id, noteId: note.id } };
                    const body = { text: answers['text'] ?? '', version: note.version };
                    return settle(client, unwrap(api.PATCH('/api/instruction/{id}/notes/{noteId}', { params, body })));
                  }}
                >
                  <TextAreaField name="text" label={t('notes.label')} defaultValue={note.text} rows={5} maxLength={4000} />
                </ActButton>
              ) : null}
            </li>
          ))}
        </ul>
        {actions.writeNote === null ? (
          <Form
            key={made}
            submit={t('notes.add')}
            submitLook="secondary"
            label={t('notes.add')}
            onSend={async (answers) => {
              const body = { text: answers['text'] ?? '' };
              await settle(client, unwrap(api.POST('/api/instruction/{id}/notes', { params: { path: { id } }, body })));
              setMade(made + 1);
            }}
          >
            <TextAreaField name="text" label={t('notes.label')} rows={3} maxLength={4000} />
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
