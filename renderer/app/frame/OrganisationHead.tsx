import { mdiCheck, mdiPlus, mdiUnfoldMoreHorizontal } from '@mdi/js';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactNode } from 'react';
import type { DesktopProfile, DesktopState } from '../../../contract/ipc.ts';
import { useMe } from '../../data/me.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { useDesktopState, useProfileSwitch } from '../../data/desktop.ts';
import { t } from '../words.ts';

/** On top of the rail: the organisation, and on the desktop which server it is on, to change it. */
export function OrganisationHead({ folded }: { folded: boolean }) {
  const me = useMe();
  const desktop = useDesktopState();
  const active = desktop?.profiles.find(({ id }) => id === desktop.activeProfileId);
  const words = (
    <>
      <Logo size={24} />
      {!folded && (
        <Box sx={{ flex: 1, minWidth: 0, textAlign: 'left', lineHeight: 1.3 }}>
          <Box sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {me.organisation.name}
          </Box>
          {active && <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{placeOf(active)}</Box>}
        </Box>
      )}
    </>
  );
  const style = {
    display: 'flex',
    alignItems: 'center',
    justifyContent: folded ? 'center' : 'flex-start',
    gap: 2.5,
    px: folded ? 0 : 2,
    minHeight: 44,
    borderRadius: '6px',
    mb: 1,
    flexShrink: 0,
  };
  if (!desktop) return <Box sx={style}>{words}</Box>;
  return <ProfileButton desktop={desktop} folded={folded} style={style} words={words} />;
}

const placeOf = (profile: DesktopProfile) =>
  profile.kind === 'local'
    ? t('onThisComputer')
    : profile.kind === 'sample'
      ? t('sampleOrganisation')
      : (profile.host ?? profile.name);

interface ButtonProps {
  desktop: DesktopState;
  folded: boolean;
  style: object;
  words: ReactNode;
}

function ProfileButton({ desktop, folded, style, words }: ButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { change, leave } = useProfileSwitch();
  const pick = (act: () => void) => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-label={t('changeServer')}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ ...style, font: 'inherit', '&:hover': { bgcolor: 'surface.hover' } }}
      >
        {words}
        {!folded && <Icon path={mdiUnfoldMoreHorizontal} size={18} sx={{ color: 'text.secondary' }} />}
      </ButtonBase>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {desktop.profiles.map((profile) => (
          <MenuItem key={profile.id} onClick={() => pick(() => change(profile.id))}>
            <Icon
              path={mdiCheck}
              sx={{ visibility: profile.id === desktop.activeProfileId ? 'visible' : 'hidden' }}
            />
            <Box>
              {profile.name}
              <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{placeOf(profile)}</Box>
            </Box>
          </MenuItem>
        ))}
        <MenuItem onClick={() => pick(leave)}>
          <Icon path={mdiPlus} />
          {t('anotherServer')}
        </MenuItem>
      </Menu>
    </>
  );
}
