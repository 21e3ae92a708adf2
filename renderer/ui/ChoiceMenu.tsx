import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Suspense, useId } from 'react';
import type { ChoiceGroup } from './choices/ChoiceList.tsx';
import { Icon } from './Icon.tsx';
import { lazyPart } from './lazyPart.ts';
import { useOpened } from './useOpened.ts';

interface Props {
  label: string;
  icon: string;
  groups: readonly ChoiceGroup[];
}

const ChoiceList = lazyPart(() => import('./choices/ChoiceList.tsx'), 'ChoiceList');

/** A button that opens what there is to choose from, with a tick at what is chosen. */
export function ChoiceMenu({ label, icon, groups }: Props) {
  const id = useId();
  const { anchor, isOpen, wasOpened, open, close } = useOpened();
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={open}
        >
          <Icon path={icon} />
        </IconButton>
      </Tooltip>
      {wasOpened && (
        <Suspense>
          <ChoiceList id={id} anchor={anchor} groups={groups} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
