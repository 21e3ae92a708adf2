import { mdiViewColumnOutline } from '@mdi/js';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  options: readonly { key: string; header: string }[];
  shown: ReadonlySet<string>;
  onToggle: (key: string) => void;
}

/** Which columns a table shows. */
export function ColumnMenu({ options, shown, onToggle }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title="Columns">
        <IconButton
          aria-label="Columns"
          aria-haspopup="menu"
          aria-expanded={Boolean(anchor)}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Icon path={mdiViewColumnOutline} />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {options.map(({ key, header }) => (
          <MenuItem
            key={key}
            role="menuitemcheckbox"
            aria-checked={shown.has(key)}
            onClick={() => onToggle(key)}
          >
            <Checkbox
              size="small"
              checked={shown.has(key)}
              tabIndex={-1}
              disableRipple
              sx={{ p: 0 }}
              slotProps={{ input: { 'aria-hidden': true } }}
            />
            {header}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
