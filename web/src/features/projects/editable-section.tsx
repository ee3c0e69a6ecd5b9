import { useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import type { Answers } from '../../ui/form/answers';
import { Form } from '../../ui/form/form';
import { type Conflict, readConflict } from './conflict';
import { ConflictNotice } from './conflict-notice';
import { type Project, projectById, type ProjectEdit, saveProject } from './projects.queries';

interface EditableSectionProps {
  readonly project: Project;
  readonly id: string;
  readonly title: string;
  /** What is read. */
  readonly children: ReactNode;
  /** What is written, each control with its present value. */
  readonly fields: ReactNode;
  readonly edit: (answers: Answers) => ProjectEdit;
}

/** One subject of a project: read, then written in place. A save that crosses somebody else's shows both and loses nothing. */
export function EditableSection({ project, id, title, children, fields, edit }: EditableSectionProps) {
  const { t } = useTranslation(['projects', 'common']);
  const client = useQueryClient();
  const version = project.private?.version ?? 1;
  // The version that was on the screen when writing began.
  const [begunOn, setBegunOn] = useState<number | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // Reading and writing take each other's place: the keyboard follows, to the form and back to the button.
  const form = useRef<HTMLFormElement>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  const isWriting = begunOn !== null;
  useEffect(() => {
    if (isWriting) form.current?.focus();
    else if (wasWriting.current) editButton.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  const close = () => {
    setBegunOn(null);
    setConflict(null);
  };
  const takeTheirs = async () => {
    await client.invalidateQueries({ queryKey: ['projects', project.id] });
    close();
  };
  const send = async (answers: Answers) => {
    try {
      const saved = await saveProject(project.id, conflict?.version ?? begunOn ?? version, edit(answers));
      client.setQueryData(projectById(project.id).queryKey, saved);
      close();
      await client.invalidateQueries({ queryKey: ['projects'] });
    } catch (failure) {
      const found = readConflict(failure);
      if (found === null) throw failure;
      setConflict(found);
    }
  };
  const canEdit = project.actions.updateProject === null;
  if (begunOn === null)
    return (
      <Panel
        id={id}
        title={title}
        aside={
          canEdit ? (
            <Button ref={editButton} size="small" icon={<Pencil aria-hidden size={18} />} onClick={() => setBegunOn(version)}>
              {t('projects:edit')} <span className="visually-hidden">{title}</span>
            </Button>
          ) : null
        }
      >
        {children}
      </Panel>
    );
  return (
    <Panel id={id} title={title}>
      <div className="stack">
        {conflict ? <ConflictNotice conflict={conflict} onTakeTheirs={() => void takeTheirs()} /> : null}
        <Form
          ref={form}
          label={title}
          submit={conflict ? t('projects:conflict.keepMine') : t('projects:save')}
          actions={
            <Button look="quiet" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
          }
          onSend={send}
        >
          <div className="stack">{fields}</div>
        </Form>
      </div>
    </Panel>
  );
}
