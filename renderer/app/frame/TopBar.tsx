import { mdiLogout } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMe } from '../../data/me.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Initials } from '../../ui/Initials.tsx';
import { PAGE_INSET } from '../../ui/inset.ts';
import { Logo } from '../../ui/Logo.tsx';
import { useSignOut } from '../session/useSignOut.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { t } from '../words.ts';

/** For people without staff permissions: no rail, only their own pages. */
export function TopBar() {
  const me = useMe();
  const signOut = useSignOut();
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        displayPrint: 'none',
        alignItems: 'center',
        gap: 2,
        height: 56,
        px: PAGE_INSET,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Logo />
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          fontWeight: 600,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {me.organisation.name}
      </Box>
      <AppearanceMenu />
      <Box sx={{ display: { xs: 'none', md: 'flex' }, alignItems: 'center', gap: 2 }}>
        <Initials name={me.user.name} />
        {me.user.name}
      </Box>
      <Button size="small" color="inherit" startIcon={<Icon path={mdiLogout} size={18} />} onClick={signOut}>
        {t('signOut')}
      </Button>
    </Box>
  );
}
