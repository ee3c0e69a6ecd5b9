import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { Button } from '../../ui/button';
import { CheckboxGroup } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { CorrectionAct } from './correction-act';
import {
  actOn,
  type ActsDone,
  type InstructionActs,
  instructionById,
  type InstructionLine,
  type InstructionSettings,
  undoActs,
} from './instruction.queries';
import { ShortlistActs } from './shortlist-acts';
import { useRefusalWords } from './refusal-words';

interface ActsBarProps {
  readonly items: readonly InstructionLine[];
  readonly chosen: readonly string[];
  readonly settings: InstructionSettings;
  /** Between the two steps of a call, outlines are shortlisted rather than declared admissible. */
  readonly isShortlisting: boolean;
  readonly onDone: () => void;
}

/** One act on many files, answered file by file, and undone while nothing follows from it. */
export function ActsBar({ items, chosen, settings, isShortlisting, onDone }: ActsBarProps) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const [done, setDone] = useState<ActsDone | null>(null);
  const [isUndone, setUndone] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const ids = [...chosen];
  const settle = async (answer: Promise<{ items: ActsDone }>, undone: boolean) => {
    const lines = (await answer).items;
    setDone(lines);
    setUndone(undone);
    setFailure(null);
    await client.invalidateQueries({ queryKey: ['instruction'] });
    onDone();
  };
  const act = (body: InstructionActs) => settle(actOn(body), false);
  return (
    <div className="stack">
      {ids.length > 0 ? (
        <div className="instruction-bar" role="group" aria-label={t('acts.chosen', { count: ids.length })}>
          <strong>{t('acts.chosen', { count: ids.length })}</strong>
          {isShortlisting ? (
            <ShortlistActs count={ids.length} onSend={(choice, reason) => act({ action: 'shortlist', ids, choice, reason })} />
          ) : null}
          <ActButton
            label={t('acts.admit')}
            look={isShortlisting ? 'quiet' : 'primary'}
            title={t('acts.admitTitle', { count: ids.length })}
            submit={t('acts.admit')}
            onSend={() => act({ action: 'admit', ids })}
          >
            <p>{t('acts.admitText')}</p>
          </ActButton>
          <PickAct
            kind="agents"
            choices={settings.agents}
            onSend={(action, agents) => act({ action: action === 'add' ? 'assign' : 'unassign', ids, agents })}
          />
          <PickAct
            kind="labels"
            choices={settings.labels}
            onSend={(action, labels) => act({ action: action === 'add' ? 'label' : 'unlabel', ids, labels })}
          />
          <SameCorrection ids={ids} onSend={(asked) => act({ action: 'requestCorrection', ids, ...asked })} />
        </div>
      ) : null}
      {failure ? <ProblemNotice error={failure} /> : null}
      {done ? (
        <DoneNotice
          done={done}
          isUndone={isUndone}
          names={new Map(items.map(({ id, organisation }) => [id, organisation.name]))}
          onUndo={(acts) => void settle(undoActs(acts), true).catch(setFailure)}
        />
      ) : null}
    </div>
  );
}

interface DoneNoticeProps {
  readonly done: ActsDone;
  readonly isUndone: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly onUndo: (acts: string[]) => void;
}

function DoneNotice({ done, isUndone, names, onUndo }: DoneNoticeProps) {
  const { t } = useTranslation('instruction');
  const words = useRefusalWords();
  const acts = done.flatMap(({ act }) => (act === null ? [] : [act]));
  const refused = done.filter(({ code }) => code !== null);
  const same = done.length - acts.length - refused.length;
  return (
    <Notice
      role="status"
      tone={refused.length > 0 ? 'warning' : 'good'}
      title={
        isUndone && acts.length > 0
          ? t('acts.undone', { count: acts.length })
          : acts.length > 0
            ? t('acts.done', { count: acts.length })
            : null
      }
      actions={
        acts.length > 0 && !isUndone ? (
          <Button size="small" onClick={() => onUndo(acts)}>
            {t('acts.undo')}
          </Button>
        ) : null
      }
    >
      {same > 0 ? <p>{t('acts.same', { count: same })}</p> : null}
      {refused.length > 0 ? (
        <>
          <p>{t('acts.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ id, code }) => (
              <li key={id}>
                {names.get(id) ?? ''} — {words(code ?? '')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}

interface PickActProps {
  readonly kind: 'agents' | 'labels';
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly onSend: (action: 'add' | 'remove', picked: string[]) => Promise<unknown>;
}

/** Who works on them, or how they are labelled: added or taken off. */
function PickAct({ kind, choices, onSend }: PickActProps) {
  const { t } = useTranslation('instruction');
  const [picked, setPicked] = useState<string[]>([]);
  if (choices.length === 0) return null;
  const words = (action: 'add' | 'remove') => (kind === 'agents' ? t(`acts.agents.${action}`) : t(`acts.labels.${action}`));
  const send = async (action: 'add' | 'remove') => {
    if (picked.length > 0) await onSend(action, picked);
    setPicked([]);
  };
  return (
    <>
      {(['add', 'remove'] as const).map((action) => (
        <ActButton
          key={action}
          label={words(action)}
          look={action === 'add' ? 'secondary' : 'quiet'}
          title={words(action)}
          submit={words(action)}
          onSend={() => send(action)}
        >
          <CheckboxGroup
            legend={t(kind === 'agents' ? 'acts.agents.legend' : 'acts.labels.legend')}
            choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
            values={picked}
            onChange={setPicked}
          />
        </ActButton>
      ))}
    </>
  );
}

/** The questions are those of the call: any of its files knows them. */
function SameCorrection({
  ids,
  onSend,
}: {
  readonly ids: readonly string[];
  readonly onSend: Parameters<typeof CorrectionAct>[0]['onSend'];
}) {
  const { t } = useTranslation('instruction');
  const first = useQuery({ ...instructionById(ids[0] ?? ''), enabled: ids.length > 0 });
  if (!first.data) return null;
  return <CorrectionAct label={t('acts.correction')} fields={first.data.fields} onSend={onSend} />;
}
