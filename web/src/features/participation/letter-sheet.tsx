import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { KnockLetter } from './knocks.queries';
import './knocks.css';

/** The letter as it goes to the printer: always in French, like those who receive it. */
export function LetterSheet({ letter }: { readonly letter: KnockLetter }) {
  const { t } = useTranslation('participation');
  const { id, state, mailed, answeredAt, note, code } = letter;
  return (
    <div className="stack">
      <div className="stack no-print">
        {answeredAt ? (
          <Notice tone="good" title={t(`knock.state.${state}`)}>
            <p>{t('letter.answeredOn', { day: formatInstantDay(answeredAt, currentLanguage()) })}</p>
            {note ? <p className="description">{note}</p> : null}
          </Notice>
        ) : (
          <p>{t(mailed ? 'letter.mailed' : 'letter.toPost')}</p>
        )}
        {code === null ? <p>{t('letter.senderPrints', { name: letter.by })}</p> : null}
        <div className="form-actions">
          {code === null ? null : (
            <Button look="primary" icon={<Printer aria-hidden size={20} />} onClick={() => globalThis.print()}>
              {t('letter.print')}
            </Button>
          )}
          <a href={`/api/knock-letters/${id}/letter.pdf`} download>
            {t(code === null ? 'letter.pdfCopy' : 'letter.pdf')}
          </a>
        </div>
      </div>
      <LetterPaper letter={letter} />
    </div>
  );
}

function LetterPaper({ letter }: { readonly letter: KnockLetter }) {
  const { t } = useTranslation('participation', { lng: 'fr' });
  const { site, by, names, organisationCount, writtenAt, answerPage, answerUrl, code } = letter;
  const place = [site.name, site.address, site.commune].filter(Boolean).join(', ');
  const others = organisationCount - names.length;
  return (
    <article className="letter" lang="fr">
      <p className="letter-from">{by}</p>
      <p className="letter-date">{t('letter.date', { day: formatInstantDay(writtenAt, 'fr') })}</p>
      <p>{t('letter.subject', { place })}</p>
      <p>{t('letter.hello')}</p>
      <p>{t('letter.who', { count: organisationCount })}</p>
      {names.length > 0 ? (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
          {others > 0 ? <li>{t('letter.others', { count: others })}</li> : null}
        </ul>
      ) : null}
      <p>{t('letter.ask')}</p>
      {code === null || answerUrl === null ? null : (
        <div className="letter-answer">
          <AnswerCode url={answerUrl} />
          <p>
            {t('letter.how', { page: answerPage })}
            <br />
            <strong className="letter-code">{code}</strong>
          </p>
        </div>
      )}
      <p>{t('letter.promise')}</p>
      <p>{t('letter.thanks')}</p>
      <p className="letter-from">{by}</p>
    </article>
  );
}

/** The address of the answer, for a telephone. */
function AnswerCode({ url }: { readonly url: string }) {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const drawn = await qrcode.toDataURL(url, { margin: 0, width: 320 });
      if (wanted) setPicture(drawn);
    });
    return () => {
      wanted = false;
    };
  }, [url]);
  return picture ? <img src={picture} alt="" width={120} height={120} /> : null;
}
