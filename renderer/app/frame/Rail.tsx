import { mdiChevronDoubleLeft, mdiChevronDoubleRight, mdiLogout, mdiMagnify } from '@mdi/js';
import Box from '@mui/material/Box';
import { memo, useEffect, useState } from 'react';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { useMe } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { Initials } from '../../ui/Initials.tsx';
import { useSignOut } from '../session/useSignOut.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { OWN_PLACE, type Place } from './navigation.ts';
import { NoticesButton } from './notices/NoticesButton.tsx';
import { OrganisationHead } from './OrganisationHead.tsx';
import { RailButton, RailLink } from './RailItem.tsx';
import { t } from '../words.ts';

/** As the person's keyboard names them. */
const PALETTE_KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : t('paletteKeys');
const KEY = 'gatehouse-rail-folded';

interface Props {
  places: readonly Place[];
  /** Where one is. */
  pathname: string;
  onSearch: () => void;
  /** After a link was followed: a drawer closes. */
  onLeave: () => void;
  foldable: boolean;
}

/** 232 px, and wider where text is larger, up to a third of the window. */
const RAIL_WIDTH = 'max(232px, min(14.5rem, 32vw))';

const isBelow = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`);

/** The left rail: where one is, where one can go, who one is. */
export const Rail = memo(function Rail({ places, pathname, onSearch, onLeave, foldable }: Props) {
  const me = useMe();
  const signOut = useSignOut();
  const [wasFolded, setFolded] = useState(() => localStorage.getItem(KEY) === 'yes');
  const folded = foldable && wasFolded;
  const waiting = useRead(
    'resetRequests.list',
    { state: 'pending', limit: 1 },
    { enabled: me.permissions.includes('resets.read') },
  );
  const shell = useShell();
  const count = waiting.data?.total.count ?? 0;
  useEffect(() => {
    shell.setBadge(count);
    return () => shell.setBadge(0);
  }, [shell, count]);
  const fold = () => {
    localStorage.setItem(KEY, folded ? 'no' : 'yes');
    setFolded(!folded);
  };
  return (
    <Box
      component="nav"
      aria-label={t('mainNavigation')}
      data-rail={foldable ? (folded ? 'folded' : 'wide') : undefined}
      sx={{
        // A page on paper needs no way to others.
        displayPrint: 'none',
        width: foldable ? (folded ? 56 : RAIL_WIDTH) : '100%',
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        gap: '2px',
        position: 'sticky',
        top: 0,
        height: '100vh',
        overflowY: 'auto',
        px: 2,
        py: 3,
        borderRight: foldable ? 1 : 0,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        transition: 'width 160ms ease-out',
      }}
    >
      <OrganisationHead folded={folded} />
      <RailButton
        icon={mdiMagnify}
        label={t('search')}
        hint={PALETTE_KEYS}
        folded={folded}
        onClick={onSearch}
      />
      {foldable && <NoticesButton folded={folded} />}
      <Box sx={{ height: 8 }} />
      {places.map((place) => (
        <RailLink
          key={place.path}
          {...place}
          isHere={isBelow(pathname, place.path)}
          folded={folded}
          onFollow={onLeave}
          count={place.path === paths.resetRequests() ? count : undefined}
        />
      ))}
      <Box sx={{ flex: 1, minHeight: 16 }} />
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: folded ? 1 : 2,
          py: 2,
          flexDirection: folded ? 'column' : 'row',
        }}
      >
        <Initials name={me.user.name} />
        {!folded && (
          <Box sx={{ flex: 1, minWidth: 0, lineHeight: 1.3 }}>
            <Box sx={{ fontWeight: 500, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {me.user.name}
            </Box>
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{me.user.username}</Box>
          </Box>
        )}
        <AppearanceMenu />
      </Box>
      <RailLink
        {...OWN_PLACE}
        isHere={isBelow(pathname, OWN_PLACE.path)}
        folded={folded}
        onFollow={onLeave}
      />
      <RailButton icon={mdiLogout} label={t('signOut')} folded={folded} onClick={signOut} />
      {foldable && (
        <RailButton
          icon={folded ? mdiChevronDoubleRight : mdiChevronDoubleLeft}
          label={folded ? t('expand') : t('collapse')}
          folded={folded}
          onClick={fold}
        />
      )}
    </Box>
  );
});
