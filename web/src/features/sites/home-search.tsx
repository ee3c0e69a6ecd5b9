import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/inputs';
import { Tabs } from '../../ui/tabs';

/** One question, two ways in: a place one has in mind, or a need to describe. */
export function HomeSearch({ need }: { readonly need: ReactNode }) {
  const { t } = useTranslation(['home', 'common']);
  const navigate = useNavigate();
  const [tab, setTab] = useState<'place' | 'need'>('place');
  const [typed, setTyped] = useState('');
  const placeForm = (
    <form
      role="search"
      className="home-search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/lieux', search: typed.trim() ? { q: typed.trim() } : {} });
      }}
    >
      <TextInput
        type="search"
        aria-label={t('home:search.placeLabel')}
        placeholder={t('home:search.placePlaceholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button look="signal" type="submit" icon={<Search aria-hidden size={20} />}>
        {t('common:actions.search')}
      </Button>
    </form>
  );
  const needInvitation = (
    <div className="home-need">
      <p>{t('home:search.needText')}</p>
      {need}
    </div>
  );
  return (
    <Tabs
      label={t('home:search.tabs')}
      value={tab}
      onChange={setTab}
      items={[
        { value: 'place', label: t('home:search.place'), content: placeForm },
        { value: 'need', label: t('home:search.need'), content: needInvitation },
      ]}
    />
  );
}
