import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { SelectInput } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { sendFile, type SiteImport } from './site-imports.queries';
import './site-imports.css';

interface ImportUploadProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onSent: (sent: SiteImport) => void;
}

/** A file dropped, or chosen with the button: both do the same. */
export function ImportUpload({ organisations, onSent }: ImportUploadProps) {
  const { t } = useTranslation('imports');
  const input = useRef<HTMLInputElement>(null);
  const helpId = useId();
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? '');
  const [isOver, setOver] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const send = async (file: File | undefined) => {
    if (!file || isSending) return;
    setSending(true);
    setFailure(null);
    try {
      onSent(await sendFile(organisationId, file));
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
      // The same file may be chosen again once corrected.
      if (input.current) input.current.value = '';
    }
  };
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <div className="stack">
      {failure ? <ProblemNotice error={failure} /> : null}
      {organisations.length > 1 ? (
        <Field label={t('upload.organisation')}>
          <SelectInput value={organisationId} onChange={(event) => setOrganisation(event.target.value)}>
            {organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectInput>
        </Field>
      ) : null}
      <div
        className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <FileUp aria-hidden size={40} strokeWidth={1.5} />
        <p className="row-title">{t('upload.drop')}</p>
        <Button
          look="primary"
          aria-describedby={helpId}
          aria-disabled={isSending || undefined}
          className={isSending ? 'button-pending' : undefined}
          onClick={() => input.current?.click()}
        >
          {t('upload.choose')}
        </Button>
        <p className="field-help" id={helpId}>
          {t('upload.help')}
        </p>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('upload.choose')}
          accept=".csv,.txt,.tsv,.json,.geojson,.xlsx,.xlsm,.ods,.gpkg,.zip"
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <span role="status">{isSending ? t('upload.sending') : ''}</span>
      </div>
    </div>
  );
}
