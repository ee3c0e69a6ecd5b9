import { ChevronDown, CircleUser } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../session/me';
import { AccountLinks } from './account-links';

/** A disclosure, not an ARIA menu: its content is links and radio buttons, walked with Tab like the rest of the page. */
export default function AccountPanel({ who, name }: { readonly who: Me; readonly name: string }) {
  const { t } = useTranslation('session');
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  return (
    <div
      className="account-menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        ref={button}
        className="setting-button account-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <CircleUser aria-hidden size={20} />
        <span className="visually-hidden">{t('menu.label')}</span>
        <span className="account-name">{name}</span>
        <ChevronDown aria-hidden size={16} />
      </button>
      {isOpen ? (
        <div className="account-panel" id={panelId}>
          <AccountLinks who={who} onLeave={() => setOpen(false)} />
        </div>
      ) : null}
    </div>
  );
}
