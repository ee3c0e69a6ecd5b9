import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { type Agreement, useKeepAgreement } from './agreements.queries';

/** What both sides say to each other of the text. */
export function TalkPanel({ agreement: { id, comments, actions } }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const keep = useKeepAgreement();
  const [sent, setSent] = useState(0);
  return (
    <Panel id="talk" title={t('part.talk')}>
      <div className="stack">
        {comments.length === 0 ? <p>{t('talk.none')}</p> : null}
        <ol className="agreement-list">
          {comments.map(({ id: commentId, who, organisation, at, version, text }) => (
            <li key={commentId}>
              <p>
                <strong>{organisation.name}</strong>
                {who === null ? '' : `, ${who}`} · {formatMoment(at, currentLanguage())} · {t('talk.on', { version })}
              </p>
              <p className="agreement-said">{text}</p>
            </li>
          ))}
        </ol>
        {actions.commentOnAgreement === null ? (
          <Form
            key={sent}
            label={t('act.comment')}
            submit={t('act.sendComment')}
            submitLook="secondary"
            onSend={async (answers) => {
              const body = { text: answers['text'] ?? '' };
              await keep(unwrap(api.POST('/api/agreements/{id}/comments', { params: { path: { id } }, body })));
              setSent(sent + 1);
            }}
          >
            <TextAreaField name="text" label={t('act.comment')} rows={3} maxLength={5000} />
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
