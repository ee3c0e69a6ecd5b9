import { Check, Copy, MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { TextArea } from '../../../ui/inputs';
import type { Activity } from '../need/need-words';
import { ownerMessage } from './owner-message';

interface QuestionsButtonProps {
  readonly place: { readonly id: string; readonly name: string };
  readonly questions: readonly string[];
  readonly activity: Activity | undefined;
}

/** The open questions about one place, as a message to copy. */
export function QuestionsButton({ place, questions, activity }: QuestionsButtonProps) {
  const { t } = useTranslation(['results', 'vocabulary', 'common']);
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  if (questions.length === 0) return null;
  const address = new URL(`/lieux/${place.id}`, globalThis.location.origin).href;
  const message = ownerMessage({ placeName: place.name, activity, questions, address }, t);
  const copy = async () => {
    await navigator.clipboard.writeText(message);
    setCopied(true);
  };
  return (
    <>
      <Button
        className="no-print"
        size="small"
        aria-haspopup="dialog"
        icon={<MessageCircleQuestion aria-hidden size={18} />}
        onClick={() => setOpen(true)}
      >
        {t('results:questions.button', { count: questions.length })}
      </Button>
      <Dialog
        open={open}
        onClose={() => {
          setOpen(false);
          setCopied(false);
        }}
        title={t('results:questions.title')}
        closeLabel={t('common:actions.close')}
        footer={
          <Button
            look="primary"
            icon={copied ? <Check aria-hidden size={18} /> : <Copy aria-hidden size={18} />}
            onClick={() => void copy()}
          >
            {copied ? t('results:questions.copied') : t('results:questions.copy')}
          </Button>
        }
      >
        <Field label={t('results:questions.label', { place: place.name })} help={t('results:questions.help')}>
          <TextArea readOnly rows={Math.min(14, 8 + questions.length)} value={message} />
        </Field>
        <p className="visually-hidden" role="status">
          {copied ? t('results:questions.copied') : ''}
        </p>
      </Dialog>
    </>
  );
}
