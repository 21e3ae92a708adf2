import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Icon } from '../../ui/Icon.tsx';

/** It works, and what that means. */
export function DoneStep({ isMove, onClose }: { isMove: boolean; onClose: () => void }) {
  return (
    <>
      <Box sx={{ display: 'flex', gap: 3, mb: 5 }}>
        <Icon path={mdiCheckCircleOutline} size={24} sx={{ color: 'success.main' }} />
        <Typography>
          {isMove
            ? 'The new phone is set up. Codes from the old one no longer work: delete the entry there.'
            : 'Multi-factor authentication is on. The code will be needed at every sign-in from now on.'}
        </Typography>
      </Box>
      <Button variant="contained" onClick={onClose} autoFocus>
        Done
      </Button>
    </>
  );
}
