import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { Logo } from './Logo.tsx';
import { t } from './words.ts';

interface Props {
  title: string;
  /** Above the card and in the document's title: whose page this is. Null while that is not known; Gatehouse's without one. */
  owner?: string | null;
  lead?: ReactNode;
  /** 400 for a short form, 520 for steps. */
  width?: 400 | 520;
  /** Below the card, quiet. */
  footer?: ReactNode;
  /** Across the top of the window. */
  banner?: ReactNode;
  children: ReactNode;
}

/** One card in the middle of the window, for what someone does once: signing in, setting up. */
export function CardPage({ title, owner = 'Gatehouse', lead, width = 400, footer, banner, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = owner ? `${title} · ${owner}` : title;
    // A screen that follows another is announced; a field of its own that took the focus keeps it.
    const active = document.activeElement;
    if (!active || active === document.body) heading.current?.focus({ preventScroll: true });
  }, [title, owner]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      {banner && <aside aria-label={t('notices')}>{banner}</aside>}
      <Box
        component="main"
        sx={{
          flex: 1,
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          px: 4,
          pt: { xs: 6, md: '10vh' },
          pb: 8,
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 5, fontWeight: 600 }}>
          <Logo size={28} />
          {owner}
        </Box>
        <Box
          sx={{
            width: '100%',
            maxWidth: width,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
            borderRadius: '8px',
            p: { xs: 5, sm: 7 },
          }}
        >
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ mb: lead ? 1 : 5 }}>
            {title}
          </Typography>
          {lead && (
            <Typography color="textSecondary" sx={{ mb: 5 }}>
              {lead}
            </Typography>
          )}
          {children}
        </Box>
        {footer && (
          <Box
            sx={{
              mt: 5,
              maxWidth: width,
              textAlign: 'center',
              color: 'text.secondary',
              fontSize: '0.8125rem',
            }}
          >
            {footer}
          </Box>
        )}
      </Box>
    </Box>
  );
}
