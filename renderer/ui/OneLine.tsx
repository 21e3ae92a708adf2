import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useState, type ReactNode } from 'react';
import { oneLine } from './tableStyles.ts';

interface Props {
  /** How much room it may take, in pixels, before it is cut; else all that there is. */
  upTo?: number;
  /** What hovering says, where that is more than the text; else the text, where it is cut. */
  whole?: string;
  muted?: boolean;
  children: ReactNode;
}

/** One line however little room there is: where it is cut, it ends in an ellipsis and says the whole on hover. */
export function OneLine({ upTo, whole, muted, children }: Props) {
  const [cut, setCut] = useState('');
  return (
    <Tooltip title={whole ?? cut} describeChild>
      <Box
        component="span"
        data-whole={whole}
        onMouseEnter={({ currentTarget: line }) =>
          setCut(line.scrollWidth > line.clientWidth ? (line.textContent ?? '') : '')
        }
        sx={{
          display: 'block',
          minWidth: 0,
          maxWidth: upTo,
          ...oneLine,
          ...(muted && { color: 'text.secondary' }),
        }}
      >
        {children}
      </Box>
    </Tooltip>
  );
}
