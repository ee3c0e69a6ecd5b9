import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TerritoryField } from '../features/territories/territory-field';
import { LinkButton } from '../ui/link-button';

/** Three doors, signed like platforms. */
export function HomeDoors() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  return (
    <section className="home-section" aria-labelledby="doors-title">
      <h2 id="doors-title">{t('doors.title')}</h2>
      <ul className="doors">
        <Door letter="A" title={t('doors.ownerTitle')} text={t('doors.ownerText')}>
          <LinkButton to="/lieux" search={{ shelf: ['lead'] }}>
            {t('doors.ownerAction')}
          </LinkButton>
        </Door>
        <Door letter="B" title={t('doors.needTitle')} text={t('doors.needText')}>
          <LinkButton to="/besoin" look="primary">
            {t('doors.needAction')}
          </LinkButton>
        </Door>
        <Door letter="C" title={t('doors.residentTitle')} text={t('doors.residentText')}>
          <TerritoryField
            label={t('doors.residentLabel')}
            labelHidden
            placeholder={t('doors.residentLabel')}
            keepsPick
            onPick={(territory) =>
              void navigate({ to: '/lieux', search: { territory: [territory.id], shelf: ['offered', 'owner_known', 'lead'] } })
            }
          />
        </Door>
      </ul>
    </section>
  );
}

interface DoorProps {
  readonly letter: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Door({ letter, title, text, children }: DoorProps) {
  const { t } = useTranslation('home');
  return (
    <li className="door">
      <span className="door-letter" role="img" aria-label={t('doors.platform', { letter })}>
        {letter}
      </span>
      <h3>{title}</h3>
      <p>{text}</p>
      <div className="door-action">{children}</div>
    </li>
  );
}
