import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';

interface Props {
  children: string;
  /** What hovering says, where that is more than the text; else the text, where it is cut. */
  whole?: string;
  muted?: boolean;
}

/** Text on one line that ends in an ellipsis where there is no room for it. */
export function Clipped({ children, whole, muted }: Props) {
  const [isCut, setCut] = useState(false);
  return (
    <Tooltip title={whole ?? (isCut ? children : '')} describeChild>
      <Box
        component="span"
        data-whole={whole}
        onMouseEnter={({ currentTarget: { scrollWidth, clientWidth } }) => setCut(scrollWidth > clientWidth)}
        sx={{
          display: 'block',
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          ...(muted && { color: 'text.secondary' }),
        }}
      >
        {children}
      </Box>
    </Tooltip>
  );
}
