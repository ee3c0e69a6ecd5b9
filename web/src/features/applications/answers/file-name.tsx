import { useTranslation } from 'react-i18next';
import type { ApplicationFile } from '../applications.queries';

/** A document of an application: a link once its checks are over, before that its name alone. */
export function FileName({ filesAt, file }: { readonly filesAt: string; readonly file: ApplicationFile }) {
  const { t } = useTranslation('applications');
  const name = file.title ?? t('file.untitled');
  if (file.state !== 'ready') return <span>{name}</span>;
  return (
    <a href={`${filesAt}/${file.id}`} download>
      {name}
    </a>
  );
}
