import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { mdiChevronDown } from '@mdi/js';
import { useId, useState, type MouseEvent } from 'react';
import { Icon } from './Icon.tsx';

interface MenuAction {
  label: string;
  icon?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

interface Props {
  label: string;
  /** With an icon the button shows it alone, and the label as its tooltip. */
  icon?: string;
  actions: readonly MenuAction[];
}

/** A button that opens a short list of acts. */
export function ActionMenu({ label, icon, actions }: Props) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const trigger = {
    'aria-haspopup': 'menu' as const,
    'aria-expanded': Boolean(anchor),
    'aria-controls': anchor ? id : undefined,
    onClick: (event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget),
  };
  return (
    <>
      {icon ? (
        <Tooltip title={label}>
          <IconButton aria-label={label} {...trigger}>
            <Icon path={icon} />
          </IconButton>
        </Tooltip>
      ) : (
        <Button variant="outlined" endIcon={<Icon path={mdiChevronDown} size={18} />} {...trigger}>
          {label}
        </Button>
      )}
      <Menu id={id} anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {actions.map((action) => (
          <MenuItem
            key={action.label}
            disabled={action.disabled}
            onClick={() => {
              setAnchor(null);
              action.onSelect();
            }}
            sx={action.danger ? { color: 'error.main' } : undefined}
          >
            {action.icon && <Icon path={action.icon} />}
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
