import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'enamel' | 'brick' | 'amber' | 'moss' | 'violet';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon}
      {children}
    </span>
  );
}
