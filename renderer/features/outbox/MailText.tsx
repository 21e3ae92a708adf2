import Box from '@mui/material/Box';

/** A mail's plain text, its lines as they are. */
export function MailText({ text, label }: { text: string; label: string }) {
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        fontSize: '0.8125rem',
        maxHeight: 420,
        overflowY: 'auto',
        bgcolor: 'soft.neutral',
        borderRadius: '6px',
        px: 4,
        py: 3,
      }}
    >
      {text}
    </Box>
  );
}
