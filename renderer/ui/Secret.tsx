import Box from '@mui/material/Box';

/** Groups of `size` characters, so that it can be read out and typed: `KRUG S4ZA`. */
export function grouped(text: string, size: number): string {
  return text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/** A code or secret to be read, in a monospace face. Selecting it copies it as shown. */
export function Secret({ text, label, large }: { text: string; label: string; large?: boolean }) {
  return (
    <Box
      component="code"
      aria-label={label}
      sx={{
        display: 'block',
        fontFamily: (theme) => theme.typography.mono.fontFamily,
        fontSize: large ? '1.75rem' : '0.9375rem',
        letterSpacing: large ? '0.12em' : '0.02em',
        fontWeight: 500,
        wordBreak: 'keep-all',
        overflowWrap: 'normal',
      }}
    >
      {text}
    </Box>
  );
}
