import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Tooltip from '@mui/material/Tooltip';
import { memo, type MouseEvent } from 'react';
import { figure } from '../../language/intl.ts';
import { Icon } from '../../ui/Icon.tsx';
import { t } from '../words.ts';

interface ItemProps {
  icon: string;
  label: string;
  folded: boolean;
}

const itemStyle = (folded: boolean, isHere: boolean) => ({
  minHeight: 36,
  py: 0.5,
  width: '100%',
  textAlign: 'start',
  lineHeight: 1.4,
  flexShrink: 0,
  justifyContent: folded ? 'center' : 'flex-start',
  gap: 2.5,
  pl: folded ? 0 : 2,
  pr: folded ? 0 : 1,
  borderRadius: '6px',
  fontSize: '0.875rem',
  fontWeight: isHere ? 600 : 500,
  color: isHere ? 'primary.main' : 'text.secondary',
  bgcolor: isHere ? 'soft.accent' : 'transparent',
  transition: 'background-color 120ms ease-out',
  '&:hover': {
    bgcolor: isHere ? 'soft.accent' : 'surface.hover',
    color: isHere ? 'primary.main' : 'text.primary',
  },
  '&.Mui-focusVisible': { outlineOffset: -2 },
});

/** Icon and word; folded, the word becomes the tooltip and stays the name. */
function Content({ icon, label, folded }: ItemProps) {
  return (
    <>
      <Icon path={icon} />
      {!folded && (
        <Box component="span" sx={{ minWidth: 0 }}>
          {label}
        </Box>
      )}
    </>
  );
}

interface LinkProps extends ItemProps {
  path: string;
  isHere: boolean;
  count?: number | undefined;
  onFollow: () => void;
}

/** A place in the rail, with the number that waits there. */
export const RailLink = memo(function RailLink({ path, isHere, count = 0, onFollow, ...item }: LinkProps) {
  const name = count > 0 ? t('waitingAt', { place: item.label, count }) : item.label;
  return (
    <Tooltip title={item.folded ? name : ''} placement="right">
      <ButtonBase
        href={path}
        aria-label={item.folded ? name : undefined}
        aria-current={isHere ? 'page' : undefined}
        onClick={onFollow}
        sx={{ ...itemStyle(item.folded, isHere), position: 'relative' }}
      >
        <Content {...item} />
        <Waiting count={count} folded={item.folded} />
      </ButtonBase>
    </Tooltip>
  );
});

/** A number; folded, that there is one. */
function Waiting({ count, folded }: { count: number; folded: boolean }) {
  if (count === 0) return null;
  if (!folded)
    return (
      <Box
        component="span"
        sx={{
          ml: 'auto',
          mr: 1,
          minWidth: 22,
          px: 1.5,
          borderRadius: '11px',
          textAlign: 'center',
          fontSize: '0.75rem',
          fontWeight: 600,
          lineHeight: 1.67,
          bgcolor: 'soft.neutral',
          color: 'text.primary',
        }}
      >
        {figure(count)}
      </Box>
    );
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        top: 6,
        right: 8,
        width: 8,
        height: 8,
        borderRadius: '50%',
        bgcolor: 'primary.main',
      }}
    />
  );
}

interface ButtonProps extends ItemProps {
  /** The keys that do the same. */
  hint?: string;
  /** So many are new behind it; folded, `name` says it with them. */
  count?: number;
  name?: string;
  /** It opens something that stands beside it. */
  opens?: 'dialog';
  isOpen?: boolean;
  onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** An act in the rail. */
export function RailButton({ hint, count = 0, name, opens, isOpen, onClick, ...item }: ButtonProps) {
  return (
    <Tooltip title={item.folded ? (name ?? item.label) : ''} placement="right">
      <ButtonBase
        aria-label={item.folded ? (name ?? item.label) : undefined}
        aria-haspopup={opens}
        aria-expanded={opens && isOpen}
        onClick={onClick}
        sx={{ ...itemStyle(item.folded, false), position: 'relative' }}
      >
        <Content {...item} />
        <Waiting count={count} folded={item.folded} />
        {hint && !item.folded && (
          <Box
            component="kbd"
            aria-hidden
            sx={{ ml: 'auto', mr: 1, fontSize: '0.6875rem', color: 'text.secondary' }}
          >
            {hint}
          </Box>
        )}
      </ButtonBase>
    </Tooltip>
  );
}
