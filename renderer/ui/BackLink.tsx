import { mdiArrowLeft } from '@mdi/js';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** Above the title of a page that belongs to another: the way there, by its name. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      size="small"
      href={href}
      startIcon={<Icon path={mdiArrowLeft} size={18} />}
      sx={{ ml: -2, flexShrink: 0, displayPrint: 'none' }}
    >
      {children}
    </Button>
  );
}
