import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../ui/problem-notice';
import { sendPhoto } from './standing.queries';

const PHOTOS = 'image/jpeg,image/png,image/webp,image/avif';

/** One photo with the answer: chosen or taken, sent at once. */
export function PhotoOfAnswer({ photoUrl }: { readonly photoUrl: string }) {
  const { t } = useTranslation('place');
  const id = useId();
  const [state, setState] = useState<'none' | 'sending' | 'sent'>('none');
  const [failure, setFailure] = useState<unknown>(null);

  const send = async (file: File | undefined) => {
    if (!file) return;
    setState('sending');
    setFailure(null);
    try {
      await sendPhoto(photoUrl, file);
      setState('sent');
    } catch (error) {
      setFailure(error);
      setState('none');
    }
  };
  if (state === 'sent') return <p role="status">{t('standing.photoSent')}</p>;
  return (
    <div className="field">
      <label htmlFor={id}>{t('standing.photo')}</label>
      <p className="field-help" id={`${id}-help`}>
        {t('standing.photoHelp')}
      </p>
      {failure ? <ProblemNotice error={failure} /> : null}
      <input
        id={id}
        type="file"
        accept={PHOTOS}
        aria-describedby={`${id}-help`}
        disabled={state === 'sending'}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      {state === 'sending' ? <p role="status">{t('standing.photoSending')}</p> : null}
    </div>
  );
}
