import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, type Ref } from 'react';

export type NoticeTone = 'info' | 'good' | 'warning' | 'bad';

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears: `status` politely, `alert` at once. */
  readonly role?: 'status' | 'alert';
  readonly ref?: Ref<HTMLDivElement>;
}

const ICONS = { info: Info, good: CircleCheck, warning: TriangleAlert, bad: OctagonAlert };

/** A sentence set apart from the page: what has just been done, what to know before, what went wrong. */
export function Notice({ tone = 'info', title, children, actions, role, ref }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice-${tone}`} role={role} ref={ref} tabIndex={ref ? -1 : undefined}>
      <Icon aria-hidden size={24} className="notice-icon" />
      <div className="notice-body">
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
        {actions ? <div className="notice-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
