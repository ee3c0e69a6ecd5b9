import { ImagePlus } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';

/** Only spares the search among one's files: the server looks at the content. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,application/pdf';

interface UploadZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly maxFileBytes: number;
}

/** Drop files here, or choose them with the button, which is all a keyboard or a telephone needs. */
export function UploadZone({ onFiles, maxFileBytes }: UploadZoneProps) {
  const { t } = useTranslation('media');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={isOver ? 'upload-zone upload-zone-over' : 'upload-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ImagePlus aria-hidden size={36} strokeWidth={1.5} />
      <p>{t('zone.drop')}</p>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={ACCEPTED}
        multiple
        tabIndex={-1}
        aria-hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button look="primary" onClick={() => input.current?.click()}>
        {t('zone.choose')}
      </Button>
      <p className="field-help">{t('zone.limits', { megabytes: formatNumber(maxFileBytes / 1_000_000, currentLanguage()) })}</p>
    </div>
  );
}
