import { mdiCheck } from '@mdi/js';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useId, useState } from 'react';
import { Icon } from './Icon.tsx';

interface Option {
  label: string;
  /** Where the label is in a language of its own. */
  lang?: string;
  chosen: boolean;
  onChoose: () => void;
}

interface Props {
  label: string;
  icon: string;
  /** Of each group one is chosen. */
  groups: readonly { title: string; options: readonly Option[] }[];
}

/** A button that opens what there is to choose from, with a tick at what is chosen. */
export function ChoiceMenu({ label, icon, groups }: Props) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={Boolean(anchor)}
          aria-controls={anchor ? id : undefined}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Icon path={icon} />
        </IconButton>
      </Tooltip>
      <Menu id={id} anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {groups.flatMap(({ title, options }, index) => [
          index > 0 && <Divider key={`${title}-line`} component="li" />,
          <ListSubheader key={title} id={`${id}-${index}`} role="presentation" disableSticky>
            {title}
          </ListSubheader>,
          ...options.map((option) => (
            <MenuItem
              key={`${title}-${option.label}`}
              role="menuitemradio"
              aria-checked={option.chosen}
              aria-describedby={`${id}-${index}`}
              lang={option.lang}
              onClick={() => {
                setAnchor(null);
                option.onChoose();
              }}
            >
              <Icon path={mdiCheck} sx={{ visibility: option.chosen ? 'visible' : 'hidden' }} />
              {option.label}
            </MenuItem>
          )),
        ])}
      </Menu>
    </>
  );
}
