import Box from '@mui/material/Box';
import { Fragment } from 'react';

/** An e-mail address that breaks at its @ where it doesn't fit into one line, and then at its dots. */
export function Address({ children }: { children: string }) {
  const at = children.lastIndexOf('@');
  if (at < 1) return <span>{children}</span>;
  return (
    // One element: whoever lays it out in a row with others would set its pieces apart.
    <span>
      {piecesOf(children.slice(0, at))}
      <wbr />
      {/* One piece, so that it goes to the next line whole before it is broken itself. */}
      <Box component="span" sx={{ display: 'inline-block' }}>
        {piecesOf(children.slice(at))}
      </Box>
    </span>
  );
}

function piecesOf(part: string) {
  const [first, ...others] = part.split('.');
  return (
    <>
      {first}
      {others.map((other, index) => (
        <Fragment key={index}>
          <wbr />.{other}
        </Fragment>
      ))}
    </>
  );
}
