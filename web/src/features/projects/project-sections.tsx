import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { orNull } from '../../ui/form/answers';
import { SelectField, TextAreaField, TextField } from '../../ui/form/fields';
import { EditableSection } from './editable-section';
import { type Activity, ACTIVITIES, type Stage, STAGES } from './project-words';
import type { Inside, Project } from './projects.queries';

interface SectionProps {
  readonly project: Project;
}

/** What everyone may read, once the project is public. */
export function PresentationSection({ project }: SectionProps) {
  const { t } = useTranslation(['projects', 'vocabulary']);
  return (
    <EditableSection
      project={project}
      id="presentation"
      title={t('projects:section.presentation')}
      edit={(answers) => ({
        name: answers['name'] ?? '',
        activity: orNull(answers['activity']) as Activity | null,
        stage: orNull(answers['stage']) as Stage | null,
        publicSummary: orNull(answers['publicSummary']),
      })}
      fields={
        <>
          <TextField name="name" label={t('projects:field.name')} defaultValue={project.name} maxLength={120} autoComplete="off" />
          <div className="form-row">
            <SelectField
              name="activity"
              label={t('projects:field.activity')}
              isOptional
              blank={t('projects:blankChoice')}
              defaultValue={project.activity ?? ''}
              options={ACTIVITIES.map((value) => ({ value, label: t(`vocabulary:activity.${value}`) }))}
            />
            <SelectField
              name="stage"
              label={t('projects:field.stage')}
              isOptional
              blank={t('projects:blankChoice')}
              defaultValue={project.stage ?? ''}
              options={STAGES.map((value) => ({ value, label: t(`projects:stage.${value}`) }))}
            />
          </div>
          <TextAreaField
            name="publicSummary"
            label={t('projects:field.publicSummary')}
            help={t('projects:field.publicSummaryHelp')}
            defaultValue={project.publicSummary ?? ''}
            rows={4}
            maxLength={600}
            isOptional
          />
        </>
      }
    >
      <dl className="facts">
        <Fact name={t('projects:field.activity')} value={project.activity ? t(`vocabulary:activity.${project.activity}`) : null} />
        <Fact name={t('projects:field.stage')} value={project.stage ? t(`projects:stage.${project.stage}`) : null} />
      </dl>
      <p className="quoted">{project.publicSummary ?? t('projects:noSummary')}</p>
    </EditableSection>
  );
}

const COUNTS = ['jobsPlanned', 'insertionHoursPlanned', 'residentsServed'] as const;

/** What the project would bring, in figures. */
export function FiguresSection({ project }: SectionProps) {
  const { t } = useTranslation('projects');
  const number = (value: number | null) => (value === null ? null : formatNumber(value, currentLanguage()));
  const read = (answer: string | undefined) => {
    const text = orNull(answer);
    // What is not a number is sent as it is: the server says so beside the field.
    return text === null ? null : ((/^\d+$/.test(text) ? Number(text) : text) as number);
  };
  return (
    <EditableSection
      project={project}
      id="figures"
      title={t('section.figures')}
      edit={(answers) => ({
        jobsPlanned: read(answers['jobsPlanned']),
        insertionHoursPlanned: read(answers['insertionHoursPlanned']),
        residentsServed: read(answers['residentsServed']),
      })}
      fields={COUNTS.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`field.${name}`)}
          defaultValue={project[name] ?? ''}
          inputMode="numeric"
          isOptional
          autoComplete="off"
        />
      ))}
    >
      <dl className="facts">
        {COUNTS.map((name) => (
          <Fact key={name} name={t(`field.${name}`)} value={number(project[name])} />
        ))}
      </dl>
    </EditableSection>
  );
}

/** Between members. */
export function NoteSection({ project, inside }: SectionProps & { readonly inside: Inside }) {
  const { t } = useTranslation('projects');
  return (
    <EditableSection
      project={project}
      id="note"
      title={t('section.note')}
      edit={(answers) => ({ privateNote: orNull(answers['privateNote']) })}
      fields={
        <TextAreaField
          name="privateNote"
          label={t('field.privateNote')}
          help={t('field.privateNoteHelp')}
          defaultValue={inside.privateNote ?? ''}
          rows={6}
          maxLength={4000}
          isOptional
        />
      }
    >
      <p className="quoted">{inside.privateNote ?? t('noNote')}</p>
    </EditableSection>
  );
}

export function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  const { t } = useTranslation('projects');
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value ?? t('blank')}</dd>
    </div>
  );
}
