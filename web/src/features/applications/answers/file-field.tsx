import { useQueryClient } from '@tanstack/react-query';
import { Paperclip, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { ProblemNotice } from '../../../ui/problem-notice';
import { type Application, applicationById, applicationSpace, sendFile } from '../applications.queries';
import { FileName } from './file-name';

interface FileFieldProps {
  readonly id: string;
  readonly application: Application;
  readonly legend: string;
  readonly maxFiles: number;
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly onPick: (files: string[]) => void;
}

/** Documents of one question: sent at once, checked in the background, named here. */
export function FileField({ id, application, legend, maxFiles, value, disabled, onPick }: FileFieldProps) {
  const { t } = useTranslation('applications');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const files = value.flatMap((fileId) => application.files.find((file) => file.id === fileId) ?? []);

  const send = async (file: File) => {
    setSending(true);
    setFailure(null);
    try {
      const sent = await sendFile(application.id, file);
      client.setQueryData(applicationById(application.id).queryKey, (now) => (now ? { ...now, files: [...now.files, sent] } : now));
      onPick([...value, sent.id]);
      void client.invalidateQueries({ queryKey: applicationSpace(application.id).queryKey });
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <div className="stack" id={id} tabIndex={-1} role="group" aria-label={legend}>
      <ul className="saved-rows">
        {files.map((file) => (
          <li key={file.id} className="saved-row">
            <FileName filesAt={`/api/applications/${application.id}/files`} file={file} />
            <span>
              {formatFileSize(file.bytes, currentLanguage())} · {t(`file.${file.state}`)}
            </span>
            {disabled ? null : (
              <div>
                <Button
                  size="small"
                  look="quiet"
                  icon={<Trash2 aria-hidden size={16} />}
                  onClick={() => onPick(value.filter((one) => one !== file.id))}
                >
                  {t('file.remove')}
                  <span className="visually-hidden"> {file.title}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {failure ? <ProblemNotice error={failure} /> : null}
      {!disabled && files.length < maxFiles ? (
        <div>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            aria-label={legend}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void send(file);
            }}
          />
          <Button disabled={isSending} icon={<Paperclip aria-hidden size={18} />} onClick={() => input.current?.click()}>
            {t(isSending ? 'file.sending' : 'file.add')}
            <span className="visually-hidden"> — {legend}</span>
          </Button>
        </div>
      ) : null}
      <p className="field-help">{t('file.help')}</p>
    </div>
  );
}
