import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onPageTitle } from '../lib/page-title';

/** After a change of page: says its title to screen readers and puts the focus on its heading, as a full load would. */
export function RouteAnnouncer() {
  const { t } = useTranslation('common');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const announcedPath = useRef(path);
  const [message, setMessage] = useState('');

  useEffect(
    () =>
      onPageTitle((title) => {
        if (announcedPath.current === location.pathname) return;
        announcedPath.current = location.pathname;
        setMessage(t('pageLoaded', { title }));
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      }),
    [t],
  );

  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {message}
    </p>
  );
}
