import { useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldSaverContext, useEditSaver } from '../../lib/field-saver';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { CheckboxGroup } from '../../ui/choices';
import { Disclosure } from '../../ui/disclosure';
import { LinkButton } from '../../ui/link-button';
import { SavedStatus, SavingLine } from '../../ui/saved/saved-parts';
import { useSavedValue } from '../../ui/saved/use-saved-value';
import { QuestionField } from './answers/question-field';
import { ApplicationAnswers } from './application-answers';
import { type Application, applicationById, type ApplicationEdit, saveApplication } from './applications.queries';
import { FilingBanner } from './filing-banner';
import { sectionTitle } from './section-title';
import { SpaceLine } from './space-line';
import './applications.css';

const normal = (path: string) => path.replace(/^\//, '').replaceAll('/', '.');
const isAbout = (field: string, path: string): boolean => normal(field) === path || normal(field).startsWith(`${path}.`);

/** A file, section by section, saved as it is written; what is not filed is said all the time. */
export function ApplicationEditor({ application }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const client = useQueryClient();
  const thing = useMemo(
    () => ({
      version: application.version,
      canEdit: application.actions.updateApplication === null,
      valueAt: (path: string) => (path === 'lots' ? application.lots : application.answers[path.slice('answers.'.length)]),
      editOf: (path: string, value: unknown) =>
        (path === 'lots' ? { lots: value ?? [] } : { answers: { [path.slice('answers.'.length)]: value } }) as ApplicationEdit,
      isAbout,
      send: async (version: number, edit: ApplicationEdit) => {
        const saved = await saveApplication(application.id, version, edit);
        client.setQueryData(applicationById(application.id).queryKey, saved);
        return saved.version;
      },
      reread: () => void client.invalidateQueries({ queryKey: applicationById(application.id).queryKey }),
    }),
    [application, client],
  );
  const saver = useEditSaver<ApplicationEdit>(thing);
  useEffect(goToWhatIsAsked, []);
  const { shown, review, lotsOffered, correction } = application;
  // While it is corrected, only what is open again is written; the rest is read.
  const isOpen = (field: string) => correction === null || correction.open.includes(field);
  const form = application.form.filter(
    ({ questions }) => correction === null || questions.some(({ id }) => shown.includes(id) && isOpen(id)),
  );
  const sectionOf = (id: string) => review.sections.find((section) => section.id === id);
  return (
    <FieldSaverContext value={saver}>
      <div className="aside-columns">
        <div className="aside-standing stack">
          <FilingBanner application={application} />
          <nav aria-label={t('sections')}>
            <ol className="application-nav">
              {form.map((section) => {
                const state = sectionOf(section.id);
                return (
                  <li key={section.id}>
                    <a href={`#${section.id}`}>{sectionTitle(section, t('documents'))}</a>
                    <span className="field-help">{t('progress', { answered: state?.answered ?? 0, asked: state?.asked ?? 0 })}</span>
                  </li>
                );
              })}
            </ol>
          </nav>
        </div>
        <div className="stack">
          {saver.canEdit ? <SavingLine saver={saver} /> : null}
          {lotsOffered.length > 1 && isOpen('lots') ? <LotsSection application={application} /> : null}
          {form.map((section) => (
            <Panel key={section.id} id={section.id} title={sectionTitle(section, t('documents'))}>
              <div className="stack">
                {section.help ? <p>{section.help}</p> : null}
                {section.questions
                  .filter(({ id }) => shown.includes(id) && isOpen(id))
                  .map((question) => (
                    <QuestionField key={question.id} application={application} question={question} />
                  ))}
                {section.questions.some(({ id, kind }) => kind === 'file' && shown.includes(id) && isOpen(id)) ? (
                  <SpaceLine applicationId={application.id} />
                ) : null}
              </div>
            </Panel>
          ))}
          <div className="form-actions">
            <LinkButton to="/mes-candidatures/$applicationId/verifier" params={{ applicationId: application.id }} look="primary">
              {t('toReview')}
            </LinkButton>
          </div>
          {correction === null ? null : (
            <Disclosure summary={t('correction.rest')}>
              <ApplicationAnswers application={application} except={correction.open} />
            </Disclosure>
          )}
        </div>
      </div>
    </FieldSaverContext>
  );
}

/** The review leads to one question: it takes the focus once the file is there. */
function goToWhatIsAsked(): void {
  const asked = document.getElementById(globalThis.location.hash.slice(1));
  asked?.scrollIntoView({ block: 'center' });
  asked?.focus({ preventScroll: true });
}

/** The places wished, the preferred one first. */
function LotsSection({ application: { lotsOffered } }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const answer = useSavedValue<string[]>('lots', []);
  const chosen = answer.value;
  const move = (index: number, by: -1 | 1) => {
    const next = [...chosen];
    const [lot] = next.splice(index, 1);
    if (lot) next.splice(index + by, 0, lot);
    answer.pick(next);
  };
  return (
    <Panel id="lots" title={t('lots.title')}>
      <div className="stack">
        <CheckboxGroup
          legend={t('lots.legend')}
          help={t('lots.help')}
          choices={lotsOffered.map(({ id, name, commune }) => ({ value: id, label: name, hint: commune, disabled: answer.isDisabled }))}
          values={chosen}
          onChange={answer.pick}
        />
        {chosen.length > 1 ? (
          <ol className="saved-rows">
            {chosen.map((id, index) => {
              const name = lotsOffered.find((lot) => lot.id === id)?.name ?? '';
              return (
                <li key={id} className="saved-row">
                  <span>{t('lots.rank', { rank: index + 1, name })}</span>
                  <div className="form-actions">
                    <Button
                      size="small"
                      look="quiet"
                      disabled={index === 0}
                      icon={<ArrowUp aria-hidden size={16} />}
                      onClick={() => move(index, -1)}
                    >
                      {t('lots.up')}
                      <span className="visually-hidden"> {name}</span>
                    </Button>
                    <Button
                      size="small"
                      look="quiet"
                      disabled={index === chosen.length - 1}
                      icon={<ArrowDown aria-hidden size={16} />}
                      onClick={() => move(index, 1)}
                    >
                      {t('lots.down')}
                      <span className="visually-hidden"> {name}</span>
                    </Button>
                  </div>
                </li>
              );
            })}
          </ol>
        ) : null}
        <SavedStatus answer={answer} />
      </div>
    </Panel>
  );
}
