import { useTranslation } from 'react-i18next';
import { ApplicationAnswers } from '../../features/applications/application-answers';
import { OpinionForm } from '../../features/instruction/opinion-form';
import { usePageTitle } from '../../lib/page-title';
import { useKeptToken } from '../../session/fragment-token';
import { Notice } from '../../ui/notice';

/** Where the letter that asks for an opinion leads: for people who have no account here. */
export function GiveOpinionPage() {
  const { t } = useTranslation('opinions');
  const token = useKeptToken('opinion');
  usePageTitle(t('give.title'));
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('give.title')}</h1>
      {token === null ? (
        <Notice title={t('give.noLink')}>
          <p>{t('give.noLinkText')}</p>
        </Notice>
      ) : (
        <OpinionForm token={token}>
          {({ filesAt, ...file }) => (
            <section aria-labelledby="opinion-file" className="stack">
              <h2 id="opinion-file">{t('give.file')}</h2>
              <ApplicationAnswers application={file} filesAt={filesAt} />
            </section>
          )}
        </OpinionForm>
      )}
    </div>
  );
}
