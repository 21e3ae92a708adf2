import { INSET } from './inset.ts';
import { TONE_COLOUR } from './StatusChip.tsx';

/** Sticky, so that a long list keeps its heads. */
export const headerCell = {
  position: 'sticky',
  top: 0,
  // Above what stands above a row's link.
  zIndex: 2,
  height: 36,
  px: INSET,
  textAlign: 'start',
  fontWeight: 500,
  fontSize: '0.75rem',
  color: 'text.secondary',
  bgcolor: 'background.paper',
  whiteSpace: 'nowrap',
  boxShadow: 'inset 0 -1px var(--gh-palette-divider)',
} as const;

/** All of the box, however large text is: a cell that is narrower scrolls to a box that takes the focus. */
export const CHECKBOX_CELL = '3rem';

/** One line; what doesn't fit ends in an ellipsis. */
export const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** A RowCheckbox, as MUI's small one looks. */
const checkbox = {
  '& [data-checkbox]': {
    position: 'relative',
    display: 'inline-flex',
    p: 1.5,
    borderRadius: '50%',
    verticalAlign: 'middle',
    color: 'control.main',
  },
  '& [data-checkbox=on]': { color: 'primary.main' },
  '& [data-checkbox]:has(:focus-visible)': {
    outline: '2px solid var(--gh-palette-primary-main)',
    outlineOffset: 2,
  },
  '& [data-checkbox] input': {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    m: 0,
    opacity: 0,
    cursor: 'pointer',
  },
  '& [data-checkbox] svg': { width: '1.25rem', height: '1.25rem', fill: 'currentcolor' },
} as const;

/** What a cell's own elements say of themselves (`cells.tsx`, `TableRow.tsx`): rules that are worked out once a table. */
const cells = {
  '& td[data-align=end]': { textAlign: 'end' },
  '& td[data-from=md]': { display: { xs: 'none', md: 'table-cell' } },
  '& td[data-from=lg]': { display: { xs: 'none', lg: 'table-cell' } },
  '& td[data-from=xl]': { display: { xs: 'none', xl: 'table-cell' } },
  '& [data-muted]': { color: 'text.secondary' },
  '& [data-strong]': { fontWeight: 500 },
  '& [data-second-line]': { ...oneLine, color: 'text.secondary', fontSize: '0.75rem' },
  '& [data-second-line=md]': { display: { xs: 'block', md: 'none' } },
  '& [data-second-line=lg]': { display: { xs: 'block', lg: 'none' } },
  '& [data-icon-word] + [data-icon-word]': { ml: 3 },
  '& [data-icon-word] svg': {
    width: 16,
    height: 16,
    mr: 1,
    verticalAlign: 'text-bottom',
    fill: 'currentcolor',
  },
  ...Object.fromEntries(
    Object.entries(TONE_COLOUR).map(([tone, color]) => [`& [data-icon-word] [data-tone=${tone}]`, { color }]),
  ),
  '& [data-exact]': { whiteSpace: 'nowrap' },
} as const;

/**
 * Rows that open something. All are of one height whatever they say, so that nothing moves under the pointer. The link in one
 * cell reaches over the whole row; its cell is what it is positioned by, for a row isn't in every browser.
 */
const rowsThatOpen = {
  '& th, & td:not([data-link])': oneLine,
  '& td[data-link]': { position: 'relative' },
  '& td[data-link] > a': {
    display: 'block',
    color: 'inherit',
    textDecoration: 'none',
    outline: 'none',
    ...oneLine,
  },
  '& td[data-link] > a::after': { content: '""', position: 'absolute', inset: '0 -100vw' },
  '& tbody :is(td:not([data-link]) a, button, label, time, [data-checkbox], [data-raised])': {
    position: 'relative',
    zIndex: 1,
  },
  '& tbody tr': { cursor: 'pointer', transition: 'background-color 120ms ease-out' },
  '& tbody tr:hover': { bgcolor: 'surface.hover' },
  '& tbody tr[data-open], & tbody tr[aria-selected=true]': { bgcolor: 'soft.accent' },
  '& tbody tr:focus-visible': { outlineOffset: -2 },
} as const;

interface TableLook {
  rowHeight: number;
  /** Its rows open something. */
  opens: boolean;
  /** Columns are as wide as they are told, whoever is in them; those of rows that open something are in any case. */
  keepsWidths?: boolean;
}

/** A table's look: separate borders, because collapsed ones stay behind when the header sticks. */
export const tableStyles = ({ rowHeight, opens, keepsWidths = opens }: TableLook) =>
  ({
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: '0.8125rem',
    bgcolor: 'background.paper',
    borderRadius: '8px',
    '& thead th:first-of-type': { borderTopLeftRadius: '8px' },
    '& thead th:last-of-type': { borderTopRightRadius: '8px' },
    '& td': {
      height: rowHeight,
      px: INSET,
      // For what takes two lines; a chip in a compact row has room.
      py: 0.75,
      borderBottom: 1,
      borderColor: 'divider',
      overflowWrap: 'break-word',
    },
    '& td:has(input[type=checkbox])': { pr: 0, width: CHECKBOX_CELL },
    '& tbody tr:last-of-type td': { borderBottom: 0 },
    ...checkbox,
    ...cells,
    ...(keepsWidths && { tableLayout: 'fixed' }),
    ...(opens && rowsThatOpen),
  }) as const;
