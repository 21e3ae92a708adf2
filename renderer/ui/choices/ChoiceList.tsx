import { mdiCheck } from '@mdi/js';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Icon } from '../Icon.tsx';

interface Option {
  label: string;
  /** Where the label is in a language of its own. */
  lang?: string;
  chosen: boolean;
  onChoose: () => void;
}

/** Of each group one is chosen. */
export interface ChoiceGroup {
  title: string;
  options: readonly Option[];
}

interface Props {
  id: string;
  /** The button that opens it; null while it is closed. */
  anchor: HTMLElement | null;
  groups: readonly ChoiceGroup[];
  onClose: () => void;
}

/** What a `ChoiceMenu` opens. */
export function ChoiceList({ id, anchor, groups, onClose }: Props) {
  return (
    <Menu id={id} anchorEl={anchor} open={Boolean(anchor)} onClose={onClose}>
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
              onClose();
              option.onChoose();
            }}
          >
            <Icon path={mdiCheck} sx={{ visibility: option.chosen ? 'visible' : 'hidden' }} />
            {option.label}
          </MenuItem>
        )),
      ])}
    </Menu>
  );
}
