import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unreadNotifications } from '../features/inbox/inbox.queries';
import './bell.css';

const MANY = 99;

/** Only for those signed in, and loaded for them: how many notifications they have not read. */
export default function Bell() {
  const { t } = useTranslation('session');
  const { data } = useQuery(unreadNotifications());
  const unread = data?.unread ?? 0;
  return (
    <Link to="/mes-notifications" className="bell">
      <BellIcon aria-hidden size={20} />
      <span className="visually-hidden">{unread > 0 ? t('menu.unread', { count: unread }) : t('menu.notifications')}</span>
      {unread > 0 ? (
        <span className="bell-count" aria-hidden>
          {unread > MANY ? `${MANY}+` : unread}
        </span>
      ) : null}
    </Link>
  );
}
