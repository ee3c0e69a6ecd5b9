import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';

interface SavedNoteProps {
  readonly savedAt: Date | null;
  /** Answers from before this page opened are kept too, at an hour nobody noted. */
  readonly kept: boolean;
}

/** “Kept in this tab at 15:42” — never said before it is true. */
export function SavedNote({ savedAt, kept }: SavedNoteProps) {
  const { t } = useTranslation('need');
  const time = savedAt?.toLocaleTimeString(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <p className="saved-note" role="status">
      {time ? (
        <>
          <Check aria-hidden size={18} /> {t('aside.savedAt', { time })}
        </>
      ) : (
        t(kept ? 'aside.kept' : 'aside.notYet')
      )}
    </p>
  );
}
