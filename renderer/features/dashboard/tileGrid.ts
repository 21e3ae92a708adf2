/** Ten tiles in whole rows where there is room; their outline while they load has the same. */
export const TILE_GRID = {
  display: 'grid',
  gridTemplateColumns: {
    xs: '1fr 1fr',
    md: 'repeat(auto-fill, minmax(160px, 1fr))',
    lg: 'repeat(5, minmax(0, 1fr))',
  },
  gap: 3,
  mb: 4,
} as const;
