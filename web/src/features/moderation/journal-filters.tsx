import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { type JournalSearch, readJournalSearch } from './journal-search';

interface JournalFiltersProps {
  readonly search: JournalSearch;
  readonly onChange: (search: JournalSearch) => void;
}

export function JournalFilters({ search, onChange }: JournalFiltersProps) {
  const { t } = useTranslation(['moderation', 'common']);
  const { action = '', organisation = '', actor = '', from = '', to = '' } = search;
  return (
    <div className="form-wide">
      <Form
        key={JSON.stringify(search)}
        submit={t('common:actions.apply')}
        submitLook="secondary"
        actions={
          <Button look="quiet" onClick={() => onChange({})}>
            {t('common:actions.reset')}
          </Button>
        }
        onSend={(answers) => {
          onChange(readJournalSearch(answers));
          return Promise.resolve();
        }}
      >
        <div className="form-row">
          <TextField
            name="action"
            label={t('moderation:journal.filterAction')}
            help={t('moderation:journal.filterActionHelp')}
            isOptional
            defaultValue={action}
          />
          <TextField name="organisation" label={t('moderation:journal.filterOrganisation')} isOptional defaultValue={organisation} />
          <TextField name="actor" label={t('moderation:journal.filterActor')} isOptional defaultValue={actor} />
          <TextField name="from" type="date" label={t('moderation:journal.filterFrom')} isOptional defaultValue={from} />
          <TextField name="to" type="date" label={t('moderation:journal.filterTo')} isOptional defaultValue={to} />
        </div>
      </Form>
    </div>
  );
}
