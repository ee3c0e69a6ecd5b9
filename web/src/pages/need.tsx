import { ArrowRight, Link2, ShieldCheck, SkipForward } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDraft, saveDraft } from '../features/matching/need/need-draft';
import { isBlank } from '../features/matching/need/need-search';
import { PlaceDrawing } from '../features/sites/place-drawing';
import { usePageTitle } from '../lib/page-title';
import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';
import { need } from '../text/fr/need';
import { results } from '../text/fr/results';
import { addFrench } from '../text/i18n';

addFrench({ need, results });

/** The door to “describe your need”: what it asks, what it keeps, and where one left off. */
export function NeedPage() {
  const { t } = useTranslation('need');
  usePageTitle(t('pageTitle'));
  const [kept, setKept] = useState(() => !isBlank(readDraft()));
  const clear = () => {
    saveDraft({});
    setKept(false);
  };
  return (
    <div className="page need-start">
      <div className="need-start-words">
        <h1 tabIndex={-1}>{t('start.title')}</h1>
        <p className="lead">{t('start.lead')}</p>
        <div className="need-actions">
          <LinkButton
            to="/besoin/$step"
            params={{ step: kept ? 'verification' : 'activite' }}
            look="primary"
            icon={<ArrowRight aria-hidden size={20} />}
          >
            {kept ? t('start.resume') : t('start.action')}
          </LinkButton>
          {kept ? <Button onClick={clear}>{t('start.clear')}</Button> : null}
        </div>
        {kept ? <p className="field-help">{t('start.resumeText')}</p> : null}
        <ul className="promises">
          <Promise icon={<ShieldCheck aria-hidden size={24} />} title={t('start.noAccount')} text={t('start.noAccountText')} />
          <Promise icon={<SkipForward aria-hidden size={24} />} title={t('start.free')} text={t('start.freeText')} />
          <Promise icon={<Link2 aria-hidden size={24} />} title={t('start.share')} text={t('start.shareText')} />
        </ul>
        <LinkButton to="/methode" look="quiet">
          {t('start.method')}
        </LinkButton>
      </div>
      <div className="need-start-drawing">
        <PlaceDrawing kind="goods_shed" id="need" />
      </div>
    </div>
  );
}

function Promise({ icon, title, text }: { readonly icon: ReactNode; readonly title: string; readonly text: string }) {
  return (
    <li className="promise">
      {icon}
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </li>
  );
}
