import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Facts about one thing: term left, value right; a long term wraps before it takes the value's room. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
        columnGap: 5,
        rowGap: 2,
        m: 0,
        fontSize: '0.8125rem',
        '& dt': { color: 'text.secondary', minWidth: 96 },
        '& dd': { m: 0 },
      }}
    >
      {facts.map(({ term, value }) => (
        <Box key={term} sx={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}
