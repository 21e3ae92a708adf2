import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';

/** How an organisation that lives on one computer becomes one that colleagues can sign in to. */
export function ColleaguesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="colleagues-title">
      <DialogTitle id="colleagues-title">Let colleagues sign in</DialogTitle>
      <DialogContent sx={{ color: 'text.secondary' }}>
        <Typography>
          This organisation lives on this computer and answers nobody else. For colleagues, run Gatehouse on a
          machine that they can reach:
        </Typography>
        <Box component="ol" sx={{ pl: 5, '& li': { mb: 2 } }}>
          <li>
            Create the organisation there:{' '}
            <code>gatehouse init --organisation NAME --admin USERNAME --admin-email MAIL</code>
          </li>
          <li>
            Start the server with your certificate:{' '}
            <code>gatehouse serve --host 0.0.0.0 --tls-cert FILE --tls-key FILE</code>
          </li>
          <li>
            Bring your people along: <code>gatehouse import-users FILE.csv</code>
          </li>
          <li>
            Here, choose <em>Another server…</em> at the top left and type its address.
          </li>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
