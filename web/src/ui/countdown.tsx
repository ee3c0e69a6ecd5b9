import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeLeft } from '../lib/countdown';

interface CountdownProps {
  /** When it ends. */
  readonly until: string;
  /** The server's clock when the page was read: that of the visitor may be wrong. */
  readonly serverNow: string;
  readonly onEnd?: () => void;
}

/** The time left by the server's clock. Not read out as it runs: the full date beside it says the same. */
export function Countdown({ until, serverNow, onEnd }: CountdownProps) {
  const { t } = useTranslation('common');
  const [skew] = useState(() => Date.now() - new Date(serverNow).getTime());
  const [now, setNow] = useState(() => Date.now());
  const left = new Date(until).getTime() - (now - skew);
  const { unit, count } = timeLeft(left);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), left < 3 * 60_000 ? 1_000 : 30_000);
    return () => clearTimeout(timer);
  }, [left]);
  const isOver = unit === 'over';
  useEffect(() => {
    if (isOver) onEnd?.();
    // Once, when the time is up.
  }, [isOver]);
  return <span className="numeric">{t(`timeLeft.${unit}`, { count })}</span>;
}
