import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { PAGE_INSET } from './inset.ts';
import { useFootPadding } from './useFootPadding.ts';

interface Props {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
  search?: ReactNode;
  /** Above the title: where this page belongs, as a link. */
  back?: ReactNode;
  /** `full` for tables; `reading` stops at 720 px for forms and text. */
  width?: 'full' | 'reading';
  /** What stands at the foot of the window however little there is above it. */
  foot?: ReactNode;
  children: ReactNode;
}

let isFirstPage = true;

/** What every page of the console stands in: title, one action, search. Names the document and takes the focus on navigation. */
export function Page({ title, lead, action, search, back, width = 'full', foot, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFootPadding(Boolean(foot));
  useEffect(() => {
    document.title = `${title} · Gatehouse`;
  }, [title]);
  useEffect(() => {
    // The first page keeps the browser's own start, so that Tab reaches the skip link; a field that took the focus keeps it.
    const isInside = document.querySelector('main')?.contains(document.activeElement);
    if (!isFirstPage && !isInside) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <Box
      sx={{
        maxWidth: width === 'reading' ? 720 : 'none',
        width: '100%',
        px: PAGE_INSET,
        py: 6,
        ...(foot && { flex: '1 0 auto', display: 'flex', flexDirection: 'column', pb: 0 }),
      }}
    >
      {back && <Box sx={{ mb: 2 }}>{back}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 5, minHeight: 36 }}>
        <Box sx={{ flex: '1 1 10rem', minWidth: 0 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1}>
            {title}
          </Typography>
          {lead && (
            <Typography color="textSecondary" sx={{ mt: 1 }}>
              {lead}
            </Typography>
          )}
        </Box>
        {search && <Box sx={{ order: { xs: 1, md: 0 }, flex: { xs: '1 1 100%', md: 'none' } }}>{search}</Box>}
        {action}
      </Box>
      {foot ? <Box sx={{ flex: 1 }}>{children}</Box> : children}
      {foot}
    </Box>
  );
}
