import type { ComponentProps } from 'react';
import { Dialog } from './dialog';

export function Sheet(props: Omit<ComponentProps<typeof Dialog>, 'shape'>) {
  return <Dialog {...props} shape="sheet" />;
}
