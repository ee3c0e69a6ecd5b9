import { Check, Copy, Download, FolderPlus, Printer, Rss, Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Button, buttonClass } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import { LinkButton } from '../../../ui/link-button';
import { toNeed } from '../need/need-body';
import { feedAddress } from '../need/need-feed';
import { readNeedProject } from '../need/need-project';
import type { NeedSearch } from '../need/need-search';

/** What can be done so as not to lose the need: a project of one's organisation, or its address, without an account. */
export function KeepNeed({ need, version }: { readonly need: NeedSearch; readonly version: string }) {
  const { t } = useTranslation('results');
  const [project] = useState(readNeedProject);
  const [copied, setCopied] = useState(false);
  const feed = feedAddress(need, currentLanguage());
  const copy = async () => {
    await navigator.clipboard.writeText(globalThis.location.href);
    setCopied(true);
  };
  return (
    <div className="no-print">
      <Panel id="garder" title={t('keep.title')} tone="enamel">
        <p>{t('keep.text')}</p>
        <div className="keep-actions">
          {project ? (
            <LinkButton
              to="/mes-projets/$projectId/besoin"
              params={{ projectId: project.id }}
              search={need}
              look="primary"
              icon={<Save aria-hidden size={18} />}
            >
              {t('keep.saveInto', { name: project.name })}
            </LinkButton>
          ) : null}
          <LinkButton
            to="/mes-projets/nouveau"
            search={need}
            look={project ? 'secondary' : 'primary'}
            icon={<FolderPlus aria-hidden size={18} />}
          >
            {t('keep.asProject')}
          </LinkButton>
          <Button icon={copied ? <Check aria-hidden size={18} /> : <Copy aria-hidden size={18} />} onClick={() => void copy()}>
            {copied ? t('keep.copied') : t('keep.copy')}
          </Button>
          {feed === null ? null : (
            <a className={buttonClass('secondary')} href={feed} type="application/atom+xml">
              <Rss aria-hidden size={18} /> {t('keep.feed')}
            </a>
          )}
          <Button icon={<Download aria-hidden size={18} />} onClick={() => download(need, version)}>
            {t('keep.download')}
          </Button>
          <Button icon={<Printer aria-hidden size={18} />} onClick={() => globalThis.print()}>
            {t('keep.print')}
          </Button>
        </div>
        {feed === null ? null : <p className="keep-note">{t('keep.feedHelp')}</p>}
        <p className="keep-note">{t('keep.alerts')}</p>
        <p className="visually-hidden" role="status">
          {copied ? t('keep.copied') : ''}
        </p>
      </Panel>
    </div>
  );
}

/** The need in the API's own form: another tool, or this service later, can read it back. */
function download(need: NeedSearch, version: string): void {
  const content = JSON.stringify({ need: toNeed(need), methodVersion: version, address: globalThis.location.href }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = 'besoin-terrain-d-entente.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
