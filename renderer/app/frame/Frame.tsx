import { mdiMenu } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useMe } from '../../data/me.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { TOAST_STRIP } from '../../ui/toastStrip.ts';
import { NotPermittedPage } from '../pages/NotPermittedPage.tsx';
import { Banners } from './Banners.tsx';
import { PLACES } from './navigation.ts';
import { NoticesIcon } from './notices/NoticesButton.tsx';
import { Rail } from './Rail.tsx';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';
import { useLiveRefresh } from './useLiveRefresh.ts';
import { useShortcuts } from './useShortcuts.ts';
import { t } from '../words.ts';

// None is part of what a first screen waits for.
const CommandPalette = lazyPart(() => import('../palette/CommandPalette.tsx'), 'CommandPalette');
const Drawer = lazy(() => import('@mui/material/Drawer'));
const KeysDialog = lazyPart(() => import('./KeysDialog.tsx'), 'KeysDialog');

/** What stands around every page of someone who is signed in: the rail for staff, a bar for everyone else. */
export function Frame() {
  const me = useMe();
  const { pathname } = useLocation();
  const isNarrow = useMediaQuery('(max-width: 699.95px)');
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  useLiveRefresh();
  const [isShowingKeys, setShowingKeys] = useState(false);
  useShortcuts(
    () => setPaletteOpen(true),
    () => setShowingKeys(true),
  );

  const { permissions } = me;
  const places = useMemo(
    () => PLACES.filter((place) => permissions.includes(place.permission)),
    [permissions],
  );
  // The rail stays as it is while a list's filters change the address.
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  const closeDrawer = useCallback(() => setDrawerOpen(false), []);
  const here = PLACES.find((place) => pathname === place.path || pathname.startsWith(`${place.path}/`));
  const isPermitted = !here || places.includes(here);
  const hasRail = places.length > 0 && !me.mfa.blocked;
  const rail = (
    <Rail
      places={places}
      pathname={pathname}
      onSearch={openPalette}
      onLeave={closeDrawer}
      foldable={!isNarrow}
    />
  );

  return (
    <Box sx={{ display: 'flex', minHeight: '100vh' }}>
      <SkipLink />
      {hasRail && !isNarrow && rail}
      {hasRail && isNarrow && (
        <Suspense fallback={null}>
          <Drawer open={isDrawerOpen} onClose={closeDrawer} slotProps={{ paper: { sx: { width: 264 } } }}>
            {rail}
          </Drawer>
        </Suspense>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', pb: TOAST_STRIP }}>
        {!hasRail && <TopBar />}
        {hasRail && isNarrow && (
          <Box
            component="header"
            sx={{
              display: 'flex',
              displayPrint: 'none',
              alignItems: 'center',
              gap: 2,
              height: 52,
              px: 2,
              borderBottom: 1,
              borderColor: 'divider',
              bgcolor: 'background.paper',
            }}
          >
            <IconButton aria-label={t('openNavigation')} onClick={() => setDrawerOpen(true)}>
              <Icon path={mdiMenu} />
            </IconButton>
            <Typography noWrap sx={{ flex: 1, fontWeight: 600 }}>
              {me.organisation.name}
            </Typography>
            <NoticesIcon />
          </Box>
        )}
        <Banners />
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            flexDirection: 'column',
            // With nothing at the left a page to be read stands in the middle.
            alignItems: hasRail ? undefined : 'center',
          }}
        >
          {isPermitted ? <Outlet /> : <NotPermittedPage place={here.label} />}
        </Box>
      </Box>
      <Suspense fallback={null}>
        {isPaletteOpen && (
          <CommandPalette
            onClose={() => setPaletteOpen(false)}
            places={hasRail ? places : []}
            onShowKeys={() => setShowingKeys(true)}
          />
        )}
        {isShowingKeys && <KeysDialog onClose={() => setShowingKeys(false)} />}
      </Suspense>
      <ScrollRestoration getKey={({ pathname: path, key }) => (path.split('/').length > 2 ? key : path)} />
    </Box>
  );
}
