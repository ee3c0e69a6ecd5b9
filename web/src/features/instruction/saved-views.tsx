import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { parseSearch, stringifySearch } from '../../lib/search-string';
import { ActButton } from '../../ui/act-button';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/form/choice-fields';
import { TextField } from '../../ui/form/fields';
import { ProblemNotice } from '../../ui/problem-notice';
import { type InstructionSearch, readInstructionSearch } from './instruction-search';
import { type InstructionSettings, instructionSettings } from './instruction.queries';

interface SavedViewsProps {
  readonly organisationId: string;
  readonly settings: InstructionSettings;
  readonly search: InstructionSearch;
  readonly onSearch: (search: InstructionSearch) => void;
}

const wordsOf = (search: InstructionSearch) => stringifySearch({ ...search }).replace(/^\?/, '');

/** Filters one comes back to: one’s own, and those colleagues share. */
export function SavedViews({ organisationId, settings, search, onSearch }: SavedViewsProps) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const keep = async (answer: Promise<InstructionSettings>) => {
    client.setQueryData(instructionSettings(organisationId).queryKey, await answer);
    setFailure(null);
  };
  const current = wordsOf(search);
  return (
    <div className="instruction-views">
      <strong id="instruction-views-title">{t('views.title')}</strong>
      <ul aria-labelledby="instruction-views-title">
        {settings.views.map((view) => (
          <li key={view.id}>
            <Button
              size="small"
              look={view.search === current ? 'primary' : 'secondary'}
              aria-pressed={view.search === current}
              onClick={() => onSearch(readInstructionSearch(parseSearch(view.search)))}
            >
              {view.isMine ? view.name : t('views.of', { name: view.name, who: view.who ?? '' })}
            </Button>
            {view.isMine ? (
              <Button
                size="small"
                look="quiet"
                icon={<X aria-hidden size={16} />}
                aria-label={t('views.remove', { name: view.name })}
                onClick={() =>
                  void keep(unwrap(api.DELETE('/api/instruction-views/{id}', { params: { path: { id: view.id } } }))).catch(setFailure)
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      <ActButton
        label={t('views.save')}
        look="quiet"
        title={t('views.save')}
        submit={t('views.save')}
        onSend={(answers) =>
          keep(
            unwrap(
              api.PUT('/api/organisations/{id}/instruction-views', {
                params: { path: { id: organisationId } },
                body: { name: answers['name'] ?? '', search: current, shared: answers['shared'] === 'yes' },
              }),
            ),
          )
        }
      >
        <p>{t('views.text')}</p>
        <TextField name="name" label={t('views.name')} maxLength={60} />
        <CheckField name="shared">{t('views.shared')}</CheckField>
      </ActButton>
      {failure ? <ProblemNotice error={failure} /> : null}
    </div>
  );
}
