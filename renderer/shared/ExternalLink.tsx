import Link from '@mui/material/Link';
import type { MouseEvent, ReactNode } from 'react';
import { useShell } from '../data/context.ts';

/** A link to another site. The desktop opens it in the system's browser, and only where its host is on the list. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const { openExternal } = useShell();
  return (
    <Link
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={
        openExternal &&
        ((event: MouseEvent) => {
          event.preventDefault();
          openExternal(href);
        })
      }
    >
      {children}
    </Link>
  );
}
