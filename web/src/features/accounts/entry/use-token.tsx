import { type ReactNode, useState } from 'react';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';

interface Outcome {
  readonly title: string;
  readonly text: string;
}
interface UseTokenProps {
  readonly lead: string;
  readonly submit: string;
  readonly onSend: () => Promise<Outcome>;
  /** Where to go from there. */
  readonly next: ReactNode;
}

/** A link of a mail, used by a press and not by merely being opened: programs that inspect mails open links too. */
export function UseToken({ lead, submit, onSend, next }: UseTokenProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome)
    return (
      <Notice tone="good" role="status" title={outcome.title} actions={next}>
        <p>{outcome.text}</p>
      </Notice>
    );
  return (
    <>
      <p className="lead">{lead}</p>
      <Form submit={submit} onSend={async () => setOutcome(await onSend())} />
    </>
  );
}
