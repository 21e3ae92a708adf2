import Link from '@mui/material/Link';
import type { ComponentProps } from 'react';

/** A figure that stands by itself and opens what it counts. A link in a sentence keeps its line: there colour would be alone. */
export function FigureLink({ sx, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      underline="hover"
      {...rest}
      sx={[
        { fontVariantNumeric: 'tabular-nums', '&:focus-visible': { textDecoration: 'underline' } },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    />
  );
}
