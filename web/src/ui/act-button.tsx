import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import type { Answers } from './form/answers';
import { Form } from './form/form';

interface ActButtonProps {
  /** The act, on the button. */
  readonly label: ReactNode;
  /** Said to those who do not see which row the button is in. */
  readonly about?: string;
  readonly title: string;
  readonly submit: string;
  readonly onSend: (answers: Answers) => Promise<unknown>;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  /** What it entails, and what else is asked. */
  readonly children: ReactNode;
}

/** An act that is explained before it is done: who is concerned, what changes, whether it can be undone. */
export function ActButton({ label, about, title, submit, onSend, look = 'secondary', children }: ActButtonProps) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" look={look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
        {about ? <span className="visually-hidden"> {about}</span> : null}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={title} closeLabel={t('actions.close')}>
        <Form
          submit={submit}
          actions={
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('actions.cancel')}
            </Button>
          }
          onSend={async (answers) => {
            await onSend(answers);
            setOpen(false);
          }}
        >
          <div className="stack">{children}</div>
        </Form>
      </Dialog>
    </>
  );
}
