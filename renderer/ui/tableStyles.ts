/** Sticky, so that a long list keeps its heads. */
export const headerCell = {
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: 36,
  px: 4,
  textAlign: 'start',
  fontWeight: 500,
  fontSize: '0.75rem',
  color: 'text.secondary',
  bgcolor: 'background.paper',
  whiteSpace: 'nowrap',
  boxShadow: 'inset 0 -1px var(--gh-palette-divider)',
} as const;

/** A table's look: separate borders, because collapsed ones stay behind when the header sticks. */
export const tableStyles = (rowHeight: number, opens: boolean) =>
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
      px: 4,
      // For what takes two lines; a chip in a compact row has room.
      py: 0.75,
      borderBottom: 1,
      borderColor: 'divider',
      overflowWrap: 'break-word',
    },
    '& td:has(input[type=checkbox])': { pr: 0, width: 44 },
    '& tbody tr:last-of-type td': { borderBottom: 0 },
    '& tbody tr': { cursor: opens ? 'pointer' : 'default', transition: 'background-color 120ms ease-out' },
    '& tbody tr:hover': { bgcolor: opens ? 'surface.hover' : undefined },
    '& tbody tr[data-open], & tbody tr[aria-selected=true]': { bgcolor: 'soft.accent' },
    '& tbody tr:focus-visible': { outlineOffset: -2 },
  }) as const;
