import Box from '@mui/material/Box';

/** A person's initials in a circle, beside the name: decoration, so screen readers skip it. */
export function Initials({ name, size = 28 }: { name: string; size?: number }) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('');
  return (
    <Box
      aria-hidden
      sx={{
        width: size,
        height: size,
        flexShrink: 0,
        borderRadius: '50%',
        display: 'grid',
        placeItems: 'center',
        bgcolor: 'soft.accent',
        color: 'primary.main',
        fontSize: size * 0.4,
        fontWeight: 600,
      }}
    >
      {letters.toUpperCase()}
    </Box>
  );
}
