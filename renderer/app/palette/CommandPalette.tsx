import { mdiMagnify } from '@mdi/js';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Link from '@mui/material/Link';
import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { oneLine } from '../../ui/tableStyles.ts';
import type { Place } from '../frame/navigation.ts';
import { useCommands } from './useCommands.ts';
import { t } from '../words.ts';

interface Props {
  onClose: () => void;
  places: readonly Place[];
  onShowKeys: () => void;
}

/** Ctrl or Cmd K: a person, a place or an act by a few letters. */
export function CommandPalette(props: Props) {
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby="palette-field"
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: '10vh' } }}
    >
      <Palette {...props} />
    </Dialog>
  );
}

function Palette({ onClose, places, onShowKeys }: Props) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { commands, isSearching } = useCommands(typed, places, onShowKeys);
  const chosen = Math.min(active, commands.length - 1);
  const run = (index: number) => {
    const command = commands[index];
    if (!command) return;
    onClose();
    command.run();
  };
  /** Into another tab the link leads by itself, and the palette stays for the next one. */
  const onClick = (event: MouseEvent, index: number) => {
    if (commands[index]?.href !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    run(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((chosen + step + commands.length) % Math.max(1, commands.length));
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2.5,
          px: 4,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Icon path={mdiMagnify} sx={{ color: 'text.secondary' }} />
        <InputBase
          autoFocus
          fullWidth
          placeholder={t('find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          id="palette-field"
          inputProps={{
            role: 'combobox',
            'aria-label': t('find'),
            'aria-expanded': true,
            'aria-controls': 'palette-list',
            'aria-activedescendant': commands.length > 0 ? `palette-${chosen}` : undefined,
          }}
          sx={{ height: 52, fontSize: '1rem' }}
        />
      </Box>
      <Box
        role="listbox"
        id="palette-list"
        aria-label={t('results')}
        sx={{ p: 2, maxHeight: '50vh', overflowY: 'auto' }}
      >
        {commands.map((command, index) => (
          <Box
            key={command.key}
            {...(command.href === undefined
              ? {}
              : { component: Link, href: command.href, tabIndex: -1, draggable: false })}
            role="option"
            id={`palette-${index}`}
            aria-selected={index === chosen}
            ref={(element: HTMLElement | null) => {
              if (index === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseMove={() => setActive(index)}
            onClick={(event) => onClick(event, index)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 3,
              minHeight: 40,
              py: 1,
              px: 3,
              borderRadius: '6px',
              cursor: 'pointer',
              color: 'inherit',
              textDecoration: 'none',
              '&[aria-selected=true]': { bgcolor: 'soft.accent' },
            }}
          >
            <Icon path={command.icon} sx={{ color: 'text.secondary' }} />
            <Box sx={{ flex: 1, minWidth: 0, display: { sm: 'flex' }, alignItems: 'center', gap: 3 }}>
              <Box title={command.label} sx={{ ...oneLine, flexShrink: { sm: 0 }, maxWidth: { sm: '75%' } }}>
                {command.label}
              </Box>
              <Box
                title={command.note}
                sx={{
                  ...oneLine,
                  display: command.isPlain ? { xs: 'none', sm: 'block' } : undefined,
                  ml: 'auto',
                  color: 'text.secondary',
                  fontSize: '0.8125rem',
                }}
              >
                {command.note}
              </Box>
            </Box>
          </Box>
        ))}
        {commands.length === 0 && (
          <Box sx={{ px: 3, py: 4, color: 'text.secondary' }}>
            {isSearching ? t('searching') : t('nothingFound')}
          </Box>
        )}
      </Box>
    </>
  );
}
