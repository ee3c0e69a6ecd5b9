import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ProblemNotice } from '../../../ui/problem-notice';
import type { DeskLine } from './keep.queries';
import { CloseButton, PauseButton } from './kept-life';
import { useRefusalWords } from './kept-refusal';

type Act = components['schemas']['SiteActs'];
type Done = components['schemas']['SiteActsDone']['items'];

interface DeskActsProps {
  readonly items: readonly DeskLine[];
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

/** One act on many places, answered place by place, and undone while nothing else has happened to them. */
export function DeskActs({ items, chosen, onDone }: DeskActsProps) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const client = useQueryClient();
  const words = useRefusalWords();
  const [done, setDone] = useState<Done | null>(null);
  const [isUndone, setUndone] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const settle = async (answer: Promise<{ items: Done }>, undone: boolean) => {
    const { items: lines } = await answer;
    setDone(lines);
    setUndone(undone);
    setFailure(null);
    await client.invalidateQueries({ queryKey: ['kept-sites'] });
    await client.invalidateQueries({ queryKey: ['sites'] });
    onDone();
  };
  const act = (body: Act) => settle(unwrap(api.POST('/api/sites/acts', { body })), false);
  const ids = [...chosen];
  const acts = (done ?? []).flatMap(({ act: line }) => (line === null ? [] : [line]));
  const refused = (done ?? []).filter(({ code }) => code !== null);
  const about = <p>{t('desk:chosen', { count: ids.length })}</p>;
  return (
    <div className="stack">
      {ids.length > 0 ? (
        <div className="desk-bar" role="group" aria-label={t('desk:chosen', { count: ids.length })}>
          <strong>{t('desk:chosen', { count: ids.length })}</strong>
          <Button size="small" look="primary" onClick={() => void act({ action: 'publish', ids }).catch(setFailure)}>
            {t('keep:act.publish')}
          </Button>
          <Button size="small" onClick={() => void act({ action: 'submit', ids }).catch(setFailure)}>
            {t('keep:act.submit')}
          </Button>
          <PauseButton about={about} onSend={(reason) => act({ action: 'pause', ids, reason })} />
          <CloseButton about={about} onSend={(closing) => act({ action: 'close', ids, ...closing })} />
        </div>
      ) : null}
      {failure ? <ProblemNotice error={failure} /> : null}
      {done ? (
        <Notice
          role="status"
          tone={refused.length > 0 ? 'warning' : 'good'}
          title={isUndone && refused.length === 0 ? t('desk:undone') : acts.length > 0 ? t('desk:done', { count: acts.length }) : null}
          actions={
            acts.length > 0 && !isUndone ? (
              <Button
                size="small"
                onClick={() => void settle(unwrap(api.POST('/api/sites/acts/undo', { body: { acts } })), true).catch(setFailure)}
              >
                {t('keep:act.undo')}
              </Button>
            ) : null
          }
        >
          {refused.length > 0 ? (
            <>
              <p>{t('desk:refused', { count: refused.length })}</p>
              <ul>
                {refused.map(({ id, code }) => (
                  <li key={id}>
                    {names.get(id) ?? ''} {words(code ?? 'other')}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}
