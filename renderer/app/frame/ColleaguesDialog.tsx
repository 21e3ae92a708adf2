import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { rich, t } from '../words.ts';

const code = (inner: ReactNode) => <code>{inner}</code>;
const em = (inner: ReactNode) => <em>{inner}</em>;

/** How an organisation that lives on one computer becomes one that colleagues can sign in to. */
export function ColleaguesDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="colleagues-title">
      <DialogTitle id="colleagues-title">{t('colleaguesTitle')}</DialogTitle>
      <DialogContent sx={{ color: 'text.secondary' }}>
        <Typography>{t('colleaguesLead')}</Typography>
        <Box component="ol" sx={{ pl: 5, '& li': { mb: 2 } }}>
          <li>{rich('colleaguesCreate', { code })}</li>
          <li>{rich('colleaguesStart', { code })}</li>
          <li>{rich('colleaguesImport', { code })}</li>
          <li>{rich('colleaguesConnect', { em })}</li>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
