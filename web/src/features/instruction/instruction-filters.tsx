import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { SelectInput, TextInput } from '../../ui/inputs';
import { CHECKS, type InstructionSearch, SORTS } from './instruction-search';
import type { InstructionPage, InstructionSettings } from './instruction.queries';

const FILTERS = ['etat', 'verif', 'etiquette', 'lieu', 'confie', 'nonlus', 'q'] as const;

interface InstructionFiltersProps {
  readonly page: Pick<InstructionPage, 'counts' | 'lots' | 'unread' | 'mine'>;
  readonly settings: InstructionSettings | undefined;
  readonly search: InstructionSearch;
  readonly onSearch: (search: InstructionSearch) => void;
}

/** Each filter is in the address; those that would find nothing say so by their counts. */
export function InstructionFilters({ page, settings, search, onSearch }: InstructionFiltersProps) {
  const { t } = useTranslation('instruction');
  const set = (change: InstructionSearch) => onSearch({ ...search, ...change });
  const total = page.counts.reduce((sum, { count }) => sum + count, 0);
  const some = (value: string) => (value === '' ? undefined : [value]);
  const isFiltered = FILTERS.some((key) => search[key] !== undefined);
  const [isOpen, setOpen] = useState(isFiltered);
  return (
    <div className="instruction-filters" role="search" aria-label={t('filters.title')} data-open={isOpen ? '' : undefined}>
      <Button
        className="instruction-filters-toggle"
        icon={<SlidersHorizontal aria-hidden size={18} />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('filters.title')}
      </Button>
      <TextFilter value={search.q ?? ''} onChange={(q) => set({ q: q === '' ? undefined : q })} />
      <Select
        label={t('filters.state')}
        value={search.etat?.[0] ?? ''}
        onChange={(value) => set({ etat: some(value) as NonNullable<InstructionSearch['etat']> | undefined })}
      >
        <option value="">{t('filters.all', { count: total })}</option>
        {page.counts.map(({ state, count }) => (
          <option key={state} value={state}>
            {t('filters.counted', { words: t(`state.${state}`), count })}
          </option>
        ))}
      </Select>
      <Select
        label={t('filters.check')}
        value={search.verif?.[0] ?? ''}
        onChange={(value) => set({ verif: some(value) as NonNullable<InstructionSearch['verif']> | undefined })}
      >
        <option value="">{t('filters.any')}</option>
        {CHECKS.map((check) => (
          <option key={check} value={check}>
            {t(`check.${check}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('filters.assigned')}
        value={search.confie ?? ''}
        onChange={(value) => set({ confie: value === '' ? undefined : value })}
      >
        <option value="">{t('filters.anybody')}</option>
        <option value="moi">{t('filters.counted', { words: t('filters.me'), count: page.mine })}</option>
        <option value="personne">{t('filters.nobody')}</option>
        {settings?.agents
          .filter(({ isMe }) => !isMe)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
      {page.lots.length > 1 ? (
        <Select label={t('filters.lot')} value={search.lieu ?? ''} onChange={(value) => set({ lieu: value === '' ? undefined : value })}>
          <option value="">{t('filters.anyLot')}</option>
          {page.lots.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {(settings?.labels.length ?? 0) > 0 ? (
        <Select
          label={t('filters.label')}
          value={search.etiquette ?? ''}
          onChange={(value) => set({ etiquette: value === '' ? undefined : value })}
        >
          <option value="">{t('filters.anyLabel')}</option>
          {settings?.labels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      <Select
        label={t('filters.sort')}
        value={search.tri ?? 'number'}
        onChange={(value) => set({ tri: value === 'number' ? undefined : SORTS.find((sort) => sort === value) })}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </Select>
      <label className="choice">
        <input
          type="checkbox"
          checked={search.nonlus === 'oui'}
          onChange={(event) => set({ nonlus: event.target.checked ? 'oui' : undefined })}
        />
        <span className="choice-text">{t('filters.unread', { count: page.unread })}</span>
      </label>
      {isFiltered ? (
        <Button size="small" look="quiet" onClick={() => onSearch(search.tri ? { tri: search.tri } : {})}>
          {t('filters.clear')}
        </Button>
      ) : null}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: React.ReactNode;
}

function Select({ label, value, onChange, children }: SelectProps) {
  return (
    <Field label={label} id={useId()}>
      <SelectInput value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </SelectInput>
    </Field>
  );
}

/** Sent by Enter or on leaving: each word typed is not a new list. */
function TextFilter({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('instruction');
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <Field label={t('filters.text')} id={id}>
        <TextInput
          type="search"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== value && onChange(typed.trim())}
        />
      </Field>
    </form>
  );
}
