/** Four tiles of one height, in a row or two; their outline while they load has the same. */
export const TILE_GRID = {
  display: 'grid',
  gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
  gridAutoRows: '1fr',
  gap: 3,
  mb: 4,
} as const;
