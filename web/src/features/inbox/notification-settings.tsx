import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { changeSetting, type NotificationSetting, notificationSettings } from './inbox.queries';
import './inbox.css';

/** Kind by kind: on the site, by e-mail, both or neither; what always arrives says why. */
export function NotificationSettings() {
  const { t } = useTranslation(['inbox', 'common']);
  const client = useQueryClient();
  const settings = useQuery(notificationSettings());
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  if (settings.isPending) return <Skeleton label={t('common:loading')} lines={6} shape="cards" />;
  if (settings.isError) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  const { items } = settings.data;
  const change = ({ kind, label }: NotificationSetting, chosen: { readonly onSite: boolean; readonly byEmail: boolean }) => {
    setFailure(null);
    changeSetting(client, kind, chosen).then(() => setSaid(t('inbox:settings.saved', { label })), setFailure);
  };
  return (
    <div className="stack">
      {failure ? <ProblemNotice error={failure} /> : null}
      <p role="status" className={said ? 'field-help' : 'visually-hidden'}>
        {said}
      </p>
      <ul className="row-list">
        {items.map((setting) => (
          <SettingRow key={setting.kind} setting={setting} onChange={(chosen) => change(setting, chosen)} />
        ))}
      </ul>
    </div>
  );
}

interface SettingRowProps {
  readonly setting: NotificationSetting;
  readonly onChange: (chosen: { readonly onSite: boolean; readonly byEmail: boolean }) => void;
}

function SettingRow({ setting: { label, onSite, byEmail, canSilence }, onChange }: SettingRowProps) {
  const { t } = useTranslation('inbox');
  return (
    <li className="row">
      <fieldset className="inbox-setting">
        <legend className="row-title">{label}</legend>
        {canSilence ? (
          <div className="inbox-channels">
            <label className="choice">
              <input type="checkbox" checked={onSite} onChange={() => onChange({ onSite: !onSite, byEmail })} />
              <span>{t('settings.onSite')}</span>
            </label>
            <label className="choice">
              <input type="checkbox" checked={byEmail} onChange={() => onChange({ onSite, byEmail: !byEmail })} />
              <span>{t('settings.byEmail')}</span>
            </label>
          </div>
        ) : (
          <p className="field-help">{t('settings.always')}</p>
        )}
      </fieldset>
    </li>
  );
}
