import { mdiCheckboxBlankOutline, mdiCheckboxMarked, mdiViewColumnOutline } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';
import { useOpened } from './useOpened.ts';

interface Props {
  options: readonly { key: string; header: string }[];
  shown: ReadonlySet<string>;
  onToggle: (key: string) => void;
}

/** Which columns a table shows. */
export function ColumnMenu({ options, shown, onToggle }: Props) {
  const { anchor, isOpen, wasOpened, open, close } = useOpened();
  return (
    <>
      <Tooltip title={t('columns')}>
        <IconButton aria-label={t('columns')} aria-haspopup="menu" aria-expanded={isOpen} onClick={open}>
          <Icon path={mdiViewColumnOutline} />
        </IconButton>
      </Tooltip>
      {wasOpened && (
        <Menu anchorEl={anchor} open={isOpen} onClose={close}>
          {options.map(({ key, header }) => (
            <MenuItem
              key={key}
              role="menuitemcheckbox"
              aria-checked={shown.has(key)}
              onClick={() => onToggle(key)}
            >
              <Icon
                path={shown.has(key) ? mdiCheckboxMarked : mdiCheckboxBlankOutline}
                sx={{ color: shown.has(key) ? 'primary.main' : 'control.main' }}
              />
              {header}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
