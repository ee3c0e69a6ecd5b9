import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDeadline, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { type Instruction, settle } from './instruction.queries';
import { OpinionAct } from './opinion-act';

type Opinion = Instruction['opinions'][number];
const TONES = { asked: 'enamel', answered: 'moss', revoked: 'neutral', expired: 'amber', closed: 'neutral' } as const;

/** What services and people outside were asked about this file, and what they said. */
export function OpinionsPanel({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const { id, opinions, sections, actions } = instruction;
  if (opinions.length === 0 && actions.askOpinion !== null) return null;
  return (
    <Panel id="opinions" title={t('title')}>
      <div className="stack">
        {opinions.length === 0 ? <p>{t('none')}</p> : null}
        <ul className="instruction-notes">
          {opinions.map((opinion) => (
            <OpinionLine key={opinion.id} applicationId={id} opinion={opinion} sections={sections} />
          ))}
        </ul>
        {actions.askOpinion === null ? (
          <div className="form-actions">
            <OpinionAct
              sections={sections}
              onSend={(body) => settle(client, unwrap(api.POST('/api/instruction/{id}/opinions', { params: { path: { id } }, body })))}
            />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

interface OpinionLineProps {
  readonly applicationId: string;
  readonly opinion: Opinion;
  readonly sections: Instruction['sections'];
}

function OpinionLine({ applicationId, opinion, sections }: OpinionLineProps) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const language = currentLanguage();
  const { standing, answer, who, email, dueAt, remindedAt, revokedAt } = opinion;
  const shown = sections.filter(({ id }) => opinion.sections.includes(id)).map(({ title }) => title ?? t('lots'));
  return (
    <li>
      <p>
        <strong>{who}</strong> <Badge tone={TONES[standing]}>{t(`standing.${standing}`)}</Badge>
      </p>
      <p className="instruction-note">{opinion.question}</p>
      {answer ? (
        <div className="stack-tight">
          <p>
            <strong>{t(`conclusion.${answer.conclusion}`)}</strong>
          </p>
          <p className="instruction-note">{answer.text}</p>
          <p className="field-help">
            {t('signed', { who: answer.signedBy, when: formatMoment(answer.at, language), sequence: answer.sequence })}
          </p>
        </div>
      ) : null}
      {opinion.reason && revokedAt ? <p>{t('revoked', { when: formatMoment(revokedAt, language), reason: opinion.reason })}</p> : null}
      <p className="field-help">
        {t('askedBy', { who: opinion.askedBy ?? t('gone'), when: formatMoment(opinion.askedAt, language) })}
        {email ? ` · ${email}` : ''}
        {standing === 'asked' || standing === 'expired' ? ` · ${t('due', { when: formatDeadline(dueAt, language) })}` : ''}
        {remindedAt ? ` · ${t('reminded', { when: formatMoment(remindedAt, language) })}` : ''}
      </p>
      <p className="field-help">
        {t(opinion.shared ? 'isShared' : 'isKept')} {t('shows', { what: shown.join(', ') })}
      </p>
      {opinion.actions.revokeOpinion === null ? (
        <div>
          <ActButton
            label={t('revoke')}
            look="quiet"
            title={t('revoke')}
            submit={t('revoke')}
            onSend={(answers) => {
              const params = { path: { id: applicationId, opinionId: opinion.id } };
              const body = { reason: answers['reason'] ?? '' };
              return settle(client, unwrap(api.POST('/api/instruction/{id}/opinions/{opinionId}/revoke', { params, body })));
            }}
          >
            <p>{t('revokeText', { who })}</p>
            <TextAreaField name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} maxLength={1000} />
          </ActButton>
        </div>
      ) : null}
    </li>
  );
}
