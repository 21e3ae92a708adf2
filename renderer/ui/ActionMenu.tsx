import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { mdiChevronDown } from '@mdi/js';
import { useId } from 'react';
import { Icon } from './Icon.tsx';
import { useOpened } from './useOpened.ts';

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
  const { anchor, isOpen, wasOpened, open, close } = useOpened();
  const trigger = {
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    onClick: open,
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
      {wasOpened && (
        <Menu id={id} anchorEl={anchor} open={isOpen} onClose={close}>
          {actions.map((action) => (
            <MenuItem
              key={action.label}
              disabled={action.disabled}
              onClick={() => {
                close();
                action.onSelect();
              }}
              sx={action.danger ? { color: 'error.main' } : undefined}
            >
              {action.icon && <Icon path={action.icon} />}
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
