import { Star } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFailure } from '../../../api/problem';
import { Button } from '../../../ui/button';
import { useFavourites } from './use-favourites';

interface StarButtonProps {
  readonly siteId: string;
  readonly name: string;
  /** On a card only the star is drawn; its name is said. */
  readonly look: 'star' | 'button';
}

export function StarButton({ siteId, name, look }: StarButtonProps) {
  const { t } = useTranslation('follows');
  const { ids, toggle } = useFavourites();
  const [refusal, setRefusal] = useState<string | null>(null);
  const isKept = ids.includes(siteId);
  const press = () => {
    setRefusal(null);
    toggle(siteId).catch((error: unknown) => setRefusal(readFailure(error).problem?.title ?? t('favourites.failed')));
  };
  const icon = <Star aria-hidden size={look === 'star' ? 22 : 18} fill={isKept ? 'currentColor' : 'none'} />;
  return (
    <>
      {look === 'star' ? (
        <button
          type="button"
          className={isKept ? 'star-button star-kept' : 'star-button'}
          aria-pressed={isKept}
          aria-label={t('favourites.keepNamed', { name })}
          title={t(isKept ? 'favourites.kept' : 'favourites.keep')}
          onClick={press}
        >
          {icon}
        </button>
      ) : (
        <Button aria-pressed={isKept} icon={icon} onClick={press}>
          {t(isKept ? 'favourites.kept' : 'favourites.keep')}
        </Button>
      )}
      <span role="status" className={refusal === null ? 'visually-hidden' : 'field-error'}>
        {refusal}
      </span>
    </>
  );
}
