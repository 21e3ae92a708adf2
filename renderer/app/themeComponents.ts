import type { Components, Theme } from '@mui/material/styles';
import { TOAST_STRIP } from '../ui/toastStrip.ts';
import { RouterLink } from './RouterLink.tsx';
import { MONO } from './tokens.ts';

/** Where the system's few colours stand for all (forced colours): what only a surface tells apart gets an edge. */
const FORCED = '@media (forced-colors: active)';

const focusRing = { outline: '2px solid var(--gh-palette-primary-main)', outlineOffset: 2 };
const floating = {
  backgroundColor: 'var(--gh-palette-surface-raised)',
  backgroundImage: 'none',
  boxShadow: 'var(--gh-palette-floating-shadow)',
  border: 0,
  [FORCED]: { border: '1px solid CanvasText' },
};

/** How MUI's own pieces look here: borders rather than shadows, no ripples, one focus ring. */
export const components: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: {
      body: {
        fontSize: '0.875rem',
        lineHeight: 1.5,
        overflowWrap: 'anywhere',
      },
      html: { scrollPaddingBottom: TOAST_STRIP },
      // Not everywhere: Inter's tabular figures widen hyphens too.
      'table, time': { fontVariantNumeric: 'tabular-nums' },
      'code, kbd': { fontFamily: MONO, fontSize: '0.95em' },
      ':focus-visible': focusRing,
      'h1:focus, main:focus': { outline: 'none' },
      [FORCED]: {
        // Nothing but its colour says how much, or is read by a camera.
        '[data-bar], [data-bar] *, [data-qr]': { forcedColorAdjust: 'none' },
        '[data-bar]': { outline: '1px solid CanvasText' },
        // Twice, so that it counts for more than a piece's own.
        '[aria-current=page][aria-current], tr[aria-selected=true][aria-selected], tr[data-open][data-open]':
          {
            outline: '2px solid Highlight',
            outlineOffset: -2,
          },
      },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '1ms !important',
          animationIterationCount: '1 !important',
          transition: 'none !important',
          scrollBehavior: 'auto !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true, LinkComponent: RouterLink },
    styleOverrides: { root: { fontFamily: 'inherit', '&.Mui-focusVisible': focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { borderRadius: 6, minHeight: 36, padding: '6px 14px', whiteSpace: 'nowrap' },
      contained: { [FORCED]: { border: '2px solid ButtonText' } },
      sizeSmall: { minHeight: 32, padding: '4px 10px', fontSize: '0.8125rem' },
      outlined: {
        color: 'var(--gh-palette-text-primary)',
        borderColor: 'var(--gh-palette-control-main)',
        backgroundColor: 'var(--gh-palette-background-paper)',
        '&:hover': {
          borderColor: 'var(--gh-palette-control-main)',
          backgroundColor: 'var(--gh-palette-surface-hover)',
        },
        '&.MuiButton-colorError': { color: 'var(--gh-palette-error-main)' },
      },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 6, padding: 6, color: 'inherit' } } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        borderRadius: 6,
        backgroundColor: 'var(--gh-palette-background-paper)',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--gh-palette-control-main)' },
        '&:hover:not(.Mui-disabled, .Mui-focused, .Mui-error) .MuiOutlinedInput-notchedOutline': {
          borderColor: 'var(--gh-palette-text-primary)',
        },
        '&.MuiInputBase-multiline': { padding: 0 },
        '& textarea.MuiInputBase-input': { padding: '7px 12px', height: 'auto' },
      },
      // Of the text: twice as high where that is twice as large.
      input: { padding: '7px 12px', height: '1.5715em', boxSizing: 'content-box' },
    },
  },
  MuiInputBase: {
    styleOverrides: {
      root: { fontSize: '0.875rem' },
      input: { '::placeholder': { color: 'var(--gh-palette-text-secondary)', opacity: 1 } },
    },
  },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    styleOverrides: {
      paper: { ...floating, borderRadius: 8 },
      container: { height: `calc(100% - ${TOAST_STRIP})` },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: '1rem', fontWeight: 600, padding: '20px 24px 8px' } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '0 24px 8px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '16px 24px 20px', gap: 8 } } },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(10 13 18 / 45%)' } } },
  },
  MuiPopover: { styleOverrides: { paper: { ...floating, borderRadius: 8 } } },
  MuiMenu: { styleOverrides: { paper: { ...floating, borderRadius: 8, marginTop: 4, minWidth: 180 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: { fontSize: '0.875rem', minHeight: 36, margin: '0 4px', borderRadius: 4, gap: 10 },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 300, enterNextDelay: 100 },
    styleOverrides: {
      tooltip: {
        backgroundColor: 'var(--gh-palette-text-primary)',
        color: 'var(--gh-palette-background-paper)',
        fontSize: '0.75rem',
        fontWeight: 500,
        padding: '5px 9px',
        // Seen where the system's colours stand for all.
        border: '1px solid transparent',
      },
    },
  },
  MuiLink: {
    defaultProps: { underline: 'always', component: RouterLink },
    styleOverrides: {
      root: {
        textUnderlineOffset: 2,
        textDecorationColor: 'color-mix(in srgb, currentcolor 40%, transparent)',
        '&:hover': { textDecorationColor: 'currentcolor' },
      },
    },
  },
  MuiSkeleton: { defaultProps: { animation: false, variant: 'rounded' } },
  MuiSwitch: {
    styleOverrides: {
      // The track, not the room around it, ends where fields and buttons do.
      root: { padding: 9, marginInlineEnd: -9 },
      track: {
        opacity: 1,
        [FORCED]: { outline: '1px solid ButtonText' },
        backgroundColor: 'var(--gh-palette-control-main)',
      },
      switchBase: {
        '&.Mui-checked + .MuiSwitch-track': { opacity: 1 },
        '&.Mui-focusVisible .MuiSwitch-thumb': focusRing,
      },
      thumb: {
        boxShadow: 'none',
        backgroundColor: 'var(--gh-palette-background-paper)',
        border: '1px solid var(--gh-palette-control-main)',
      },
    },
  },
  MuiCheckbox: { styleOverrides: { root: { padding: 6, color: 'var(--gh-palette-control-main)' } } },
  MuiRadio: { styleOverrides: { root: { padding: 6, color: 'var(--gh-palette-control-main)' } } },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6 } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '8px 12px', minWidth: 0 } } },
};
