import { mdiUnfoldMoreHorizontal } from '@mdi/js';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { Suspense, type ReactNode } from 'react';
import type { DesktopState } from '../../../contract/ipc.ts';
import { useMe } from '../../data/me.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useOpened } from '../../ui/useOpened.ts';
import { useDesktopState } from '../../data/desktop.ts';
import { placeOf } from './placeOf.ts';
import { t } from '../words.ts';

const ServerMenu = lazyPart(() => import('./ServerMenu.tsx'), 'ServerMenu');

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

interface ButtonProps {
  desktop: DesktopState;
  folded: boolean;
  style: object;
  words: ReactNode;
}

function ProfileButton({ desktop, folded, style, words }: ButtonProps) {
  const { anchor, wasOpened, open, close } = useOpened();
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-label={t('changeServer')}
        onClick={open}
        sx={{ ...style, font: 'inherit', '&:hover': { bgcolor: 'surface.hover' } }}
      >
        {words}
        {!folded && <Icon path={mdiUnfoldMoreHorizontal} size={18} sx={{ color: 'text.secondary' }} />}
      </ButtonBase>
      {wasOpened && (
        <Suspense>
          <ServerMenu desktop={desktop} anchor={anchor} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
