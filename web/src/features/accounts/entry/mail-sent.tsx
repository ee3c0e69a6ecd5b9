import { MailCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';

interface MailSentProps {
  readonly title: string;
  readonly text: string;
  readonly onAgain: () => void;
}

/** “Look at your mail”: says where it went and what to do when it does not come. */
export function MailSent({ title, text, onAgain }: MailSentProps) {
  const { t } = useTranslation('session');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="mail-sent">
      <MailCheck aria-hidden size={48} strokeWidth={1.5} />
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="lead">{text}</p>
      <h3>{t('signUp.notReceived')}</h3>
      <ul>
        <li>{t('signUp.notReceived1')}</li>
        <li>{t('signUp.notReceived2')}</li>
        <li>{t('signUp.notReceived3')}</li>
      </ul>
      <Button onClick={onAgain}>{t('signUp.again')}</Button>
    </section>
  );
}
