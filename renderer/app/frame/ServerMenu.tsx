import { mdiCheck, mdiPlus } from '@mdi/js';
import Box from '@mui/material/Box';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { DesktopState } from '../../../contract/ipc.ts';
import { useProfileSwitch } from '../../data/desktop.ts';
import { Icon } from '../../ui/Icon.tsx';
import { placeOf } from './placeOf.ts';
import { t } from '../words.ts';

interface Props {
  desktop: DesktopState;
  /** The button that opens it; null while it is closed. */
  anchor: HTMLElement | null;
  onClose: () => void;
}

/** On the desktop: the servers that it knows, and another one. */
export function ServerMenu({ desktop, anchor, onClose }: Props) {
  const { change, leave } = useProfileSwitch();
  const pick = (act: () => void) => {
    onClose();
    act();
  };
  return (
    <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={onClose}>
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
  );
}
