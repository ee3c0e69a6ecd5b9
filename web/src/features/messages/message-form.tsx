import { useQueryClient } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextAreaField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { ProblemNotice } from '../../ui/problem-notice';
import { MessageFileLine } from './message-file-line';
import { type MessageFile, sendMessage, sendMessageFile } from './messages.queries';

const MAX_FILES = 10;

/** A message and its documents: these are sent at once, and leave with it. */
export function MessageForm({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('messages');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly MessageFile[]>([]);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [sent, setSent] = useState(0);
  const attach = async (file: File) => {
    setSending(true);
    setFailure(null);
    try {
      const kept = await sendMessageFile(applicationId, file);
      setFiles((now) => [...now, kept]);
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <Form
      key={sent}
      submit={t('send')}
      onSend={async (answers) => {
        await sendMessage(
          client,
          applicationId,
          answers['text'] ?? '',
          files.map(({ id }) => id),
        );
        setFiles([]);
        setSent(sent + 1);
      }}
    >
      <TextAreaField name="text" label={t('text')} help={t('help')} rows={4} maxLength={5000} />
      {files.length > 0 ? (
        <ul className="message-files">
          {files.map((file) => (
            <MessageFileLine key={file.id} applicationId={applicationId} file={file}>
              <Button size="small" look="quiet" onClick={() => setFiles(files.filter(({ id }) => id !== file.id))}>
                {t('remove')}
                <span className="visually-hidden"> {file.title}</span>
              </Button>
            </MessageFileLine>
          ))}
        </ul>
      ) : null}
      {failure ? <ProblemNotice error={failure} /> : null}
      {files.length < MAX_FILES ? (
        <div>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            aria-label={t('attach')}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void attach(file);
            }}
          />
          <Button size="small" disabled={isSending} icon={<Paperclip aria-hidden size={16} />} onClick={() => input.current?.click()}>
            {isSending ? t('attaching') : t('attach')}
          </Button>
        </div>
      ) : null}
      <p role="status" className={sent > 0 ? 'field-help' : 'visually-hidden'}>
        {sent > 0 ? t('sent') : ''}
      </p>
    </Form>
  );
}
