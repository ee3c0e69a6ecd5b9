import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import type { MessageFile } from './messages.queries';

interface MessageFileLineProps {
  readonly applicationId: string;
  readonly file: MessageFile;
  readonly children?: ReactNode;
}

/** A document of a message; it opens once its checks are over. */
export function MessageFileLine({ applicationId, file, children }: MessageFileLineProps) {
  const { t } = useTranslation('messages');
  const { id, title, bytes, state } = file;
  const name = title ?? t('untitled');
  return (
    <li className="message-file">
      <Paperclip aria-hidden size={16} />
      {state === 'ready' ? <a href={`/api/applications/${applicationId}/message-files/${id}`}>{name}</a> : <span>{name}</span>}
      <span className="field-help">
        {formatFileSize(bytes, currentLanguage())}
        {state === 'ready' ? null : ` · ${state === 'refused' ? t('refused') : t('checking')}`}
      </span>
      {children}
    </li>
  );
}
