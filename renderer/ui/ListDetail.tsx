import { mdiArrowLeft, mdiClose } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './Icon.tsx';
import { PAGE_INSET } from './inset.ts';
import { TOAST_STRIP } from './toastStrip.ts';
import { t } from './words.ts';

interface Props {
  /** Stays mounted while the detail is open, so that it keeps its place. */
  children: ReactNode;
  detail: ReactNode;
  onClose: () => void;
}

/** Between the panel and the window's edges; pixels. */
const EDGE = 16;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** What holds the panel, where there is room for one. */
const HolderContext = createContext<HTMLElement | null>(null);

/** Where the holder stands now; neither is a box of its own. */
const Place = ({ holder }: { holder: HTMLElement }) => (
  <div
    ref={(place) => {
      // To be put there again would take the focus from it, and its place from what scrolls.
      if (place && holder.parentNode !== place) place.append(holder);
    }}
    style={{ display: 'contents' }}
  />
);

/** An element that the panel keeps wherever it stands: what is open or typed in it is there still when the window gets narrow. */
function createHolder(): HTMLElement {
  const holder = document.createElement('div');
  holder.style.display = 'contents';
  return holder;
}

/**
 * A list with one of its things beside it: a panel of 520 px where there is room, a page of its own where there isn't. The
 * panel stands where the list has its BesideDetail.
 */
export function ListDetail({ children, detail, onClose }: Props) {
  const isWide = useMediaQuery('(min-width: 1280px)');
  const isOpen = Boolean(detail);
  const [holder] = useState(createHolder);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event.target)) onClose();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [isOpen, onClose]);
  const lastInList = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Where the list was hidden, or the panel had the focus, the row that was left takes it again.
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      lastInList.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
  const panel = isOpen && (
    <Box
      component="aside"
      aria-label={t('details')}
      sx={
        isWide
          ? {
              position: 'sticky',
              top: EDGE,
              width: 520,
              flexShrink: 0,
              maxHeight: `calc(100vh - ${2 * EDGE}px - ${TOAST_STRIP})`,
              overflowY: 'auto',
              border: 1,
              borderColor: 'divider',
              borderRadius: '8px',
              bgcolor: 'background.paper',
            }
          : {}
      }
    >
      {detail}
    </Box>
  );
  return (
    <HolderContext value={isWide && isOpen ? holder : null}>
      <Box
        onFocus={({ target }) => {
          if (!target.closest('aside')) lastInList.current = target;
        }}
        sx={{ display: isOpen && !isWide ? 'none' : 'block' }}
      >
        {children}
      </Box>
      {!isWide && isOpen && <Place holder={holder} />}
      {createPortal(panel, holder)}
    </HolderContext>
  );
}

/** The rows of the list, with the panel beside them and not beside what is above: that keeps its place, so no row moves. */
export function BesideDetail({ children }: { children: ReactNode }) {
  const holder = use(HolderContext);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {holder && <Place holder={holder} />}
    </Box>
  );
}

interface DetailProps {
  title: string;
  /** Under the title: state chips. */
  lead?: ReactNode;
  action?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** What stands in the panel of a ListDetail. */
export function Detail({ title, lead, action, onClose, children }: DetailProps) {
  const isPanel = useMediaQuery('(min-width: 1280px)');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Gatehouse`;
    return () => {
      document.title = before;
    };
  }, [title]);
  useEffect(() => {
    // A panel leaves the focus in the list; a page of its own takes it, unless a menu or a dialog lies over it.
    if (!isPanel && !heading.current?.closest('[aria-hidden=true]'))
      heading.current?.focus({ preventScroll: true });
  }, [isPanel]);
  return (
    <Box sx={{ px: isPanel ? 6 : PAGE_INSET, py: 6, maxWidth: 720 }}>
      {!isPanel && (
        <Button
          size="small"
          onClick={onClose}
          startIcon={<Icon path={mdiArrowLeft} size={18} />}
          sx={{ ml: -2, mb: 2 }}
        >
          {t('backToList')}
        </Button>
      )}
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography
            variant="h1"
            component={isPanel ? 'h2' : 'h1'}
            ref={heading}
            tabIndex={-1}
            sx={{ outline: 'none' }}
          >
            {title}
          </Typography>
          {lead && <Box sx={{ mt: 2 }}>{lead}</Box>}
        </Box>
        {action}
        {isPanel && (
          <Tooltip title={t('closeByEscape')}>
            <IconButton aria-label={t('close')} onClick={onClose}>
              <Icon path={mdiClose} />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      {children}
    </Box>
  );
}
