import Box from '@mui/material/Box';
import { Fragment } from 'react';

/** An e-mail address that breaks at its @ where it doesn't fit into one line, and then at the dots after it. */
export function Address({ children }: { children: string }) {
  const at = children.lastIndexOf('@');
  if (at < 1) return <span>{children}</span>;
  const [host, ...domains] = children.slice(at).split('.');
  return (
    // One element: whoever lays it out in a row with others would set its pieces apart.
    <span>
      {children.slice(0, at)}
      <wbr />
      {/* One piece, so that it goes to the next line whole before it is broken itself. */}
      <Box component="span" sx={{ display: 'inline-block' }}>
        {host}
        {domains.map((domain, index) => (
          <Fragment key={index}>
            <wbr />.{domain}
          </Fragment>
        ))}
      </Box>
    </span>
  );
}
