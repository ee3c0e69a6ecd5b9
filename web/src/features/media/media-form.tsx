import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { orNull } from '../../ui/form/answers';
import { CheckField, RadioField } from '../../ui/form/choice-fields';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { type Media, saveMedia } from './media.queries';

/** What a photo shows, its caption, who took it, who sees it. */
export function MediaForm({ media, name, onClose }: { readonly media: Media; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['media', 'common']);
  const client = useQueryClient();
  // The version that was on the screen when writing began: the checks in the background change it without touching a word.
  const [version] = useState(media.version);
  const isPhoto = media.kind === 'photo';
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  return (
    <Form
      ref={form}
      label={t('media:form.label', { name })}
      submit={t('media:form.save')}
      actions={
        <Button look="quiet" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      }
      onSend={async ({ title, alt, decorative, caption, credit, visibility }) => {
        const isDecorative = decorative === 'yes';
        const own = isPhoto ? { decorative: isDecorative, alt: isDecorative ? null : orNull(alt) } : { title: orNull(title) };
        const shared = { caption: orNull(caption), credit: orNull(credit) };
        await saveMedia(media.id, version, { ...own, ...shared, visibility: visibility === 'public' ? 'public' : 'private' });
        await client.invalidateQueries({ queryKey: ['media', media.siteId] });
        onClose();
      }}
    >
      <div className="stack">
        {isPhoto ? (
          <Description media={media} />
        ) : (
          <TextField name="title" label={t('media:form.title')} defaultValue={media.title ?? ''} maxLength={150} isOptional />
        )}
        <TextField name="caption" label={t('media:form.caption')} defaultValue={media.caption ?? ''} maxLength={500} isOptional />
        <TextField
          name="credit"
          label={t('media:form.credit')}
          help={t('media:form.creditHelp')}
          defaultValue={media.credit ?? ''}
          maxLength={200}
          isOptional
        />
        <RadioField
          name="visibility"
          label={t('media:form.visibility')}
          help={isPhoto ? t('media:form.photoHelp') : t('media:form.documentHelp')}
          defaultValue={media.visibility}
          choices={(['public', 'private'] as const).map((value) => ({ value, label: t(`media:visibility.${value}`) }))}
        />
      </div>
    </Form>
  );
}

function Description({ media }: { readonly media: Media }) {
  const { t } = useTranslation('media');
  return (
    <>
      <TextAreaField
        name="alt"
        label={t('form.alt')}
        help={t('form.altHelp')}
        defaultValue={media.alt ?? ''}
        rows={2}
        maxLength={300}
        isOptional
      />
      <CheckField name="decorative" hint={t('form.decorativeHint')} defaultChecked={media.decorative}>
        {t('form.decorative')}
      </CheckField>
    </>
  );
}
