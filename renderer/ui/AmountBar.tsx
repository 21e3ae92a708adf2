import Box from '@mui/material/Box';

/** An amount as a bar beside its figure, as long as it is of the largest: only for the eye. */
export function AmountBar({ value, most }: { value: number; most: number }) {
  return (
    <Box aria-hidden data-bar sx={{ flex: 1, minWidth: 32, height: 8 }}>
      <Box
        style={{ width: `${most === 0 ? 0 : (value / most) * 100}%` }}
        sx={{ height: '100%', borderRadius: '4px', bgcolor: 'primary.main' }}
      />
    </Box>
  );
}
