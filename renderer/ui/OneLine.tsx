import Box from '@mui/material/Box';
import type { MouseEvent, ReactNode } from 'react';

/** Where it was cut, the whole is said on hover; what reads the page aloud has it anyway. */
function sayWhole({ currentTarget: line }: MouseEvent<HTMLElement>): void {
  line.title = line.scrollWidth > line.clientWidth ? (line.textContent ?? '') : '';
}

interface Props {
  /** How much room it asks for, in pixels, before it is cut; none unless told, and then a table's column needs a width. */
  upTo?: number;
  children: ReactNode;
}

/** One line however little room there is, so that rows have one height. */
export function OneLine({ upTo, children }: Props) {
  return (
    <Box
      onMouseEnter={sayWhole}
      sx={{
        // Without room of its own: else a long text would widen its column instead of being cut.
        ...(upTo === undefined ? { width: 0, minWidth: '100%' } : { maxWidth: upTo }),
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}
