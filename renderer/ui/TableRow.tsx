import Link from '@mui/material/Link';
import { memo, type MouseEvent } from 'react';
import type { Column } from './column.ts';
import { RowCheckbox } from './RowCheckbox.tsx';
import type { RowProps } from './useRowKeys.ts';
import { t } from './words.ts';

interface Props<Row> {
  keys: RowProps;
  columns: readonly Column<Row>[];
  item: Row;
  name: string;
  href: string | undefined;
  onOpen: ((row: Row) => void) | undefined;
  isOpen: boolean;
  /** Undefined where rows can't be selected. */
  isSelected: boolean | undefined;
  /** With Shift: all from the last one on. */
  onToggle: (isRange: boolean) => void;
}

const MIDDLE = 1;
const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  !ctrlKey && !metaKey && !shiftKey && !altKey;

/** What was pressed where the row's link isn't on top: a moment with its tooltip, a value to copy. */
function linkBelow({ target, currentTarget }: MouseEvent): HTMLAnchorElement | null {
  if (!(target instanceof Element) || target.closest('a, button, input, label')) return null;
  return currentTarget.querySelector<HTMLAnchorElement>('[data-link] > a');
}

/** On a value that people copy. */
const inText = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('[data-raised]') !== null;

const isSelectingText = () => (window.getSelection()?.toString() ?? '') !== '';

/** A row, and where it has an address one link that reaches over all of it; what can be pressed by itself stands above it. */
export function TableRow<Row>({
  keys,
  columns,
  item,
  name,
  href,
  onOpen,
  isOpen,
  isSelected,
  onToggle,
}: Props<Row>) {
  const isRange = ({ shiftKey, ctrlKey, metaKey, altKey }: MouseEvent) =>
    isSelected !== undefined && shiftKey && !ctrlKey && !metaKey && !altKey;
  // The router's own link draws itself again at each change of the address; what opens the row needs none.
  const Anchor = onOpen ? 'a' : Link;
  const link = href === undefined ? undefined : (columns.find(({ isLink }) => isLink) ?? columns[0]);
  return (
    <tr
      {...keys}
      aria-label={name}
      aria-selected={isSelected}
      data-open={isOpen || undefined}
      onMouseDown={(event) => {
        // Else the browser selects the text between.
        if (isRange(event) && !inText(event)) event.preventDefault();
      }}
      onClick={(event) => {
        const below = linkBelow(event);
        if (!below || isSelectingText()) return;
        if (isPlain(event)) below.click();
        else if (isRange(event)) onToggle(true);
        else window.open(below.href, '_blank', 'noopener');
      }}
      onAuxClick={(event) => {
        const below = event.button === MIDDLE ? linkBelow(event) : null;
        if (below) window.open(below.href, '_blank', 'noopener');
      }}
    >
      {isSelected !== undefined && (
        <td>
          <RowCheckbox
            label={t('selectRow', { name })}
            tabIndex={-1}
            checked={isSelected}
            onToggle={onToggle}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          data-link={column === link || undefined}
          data-align={column.align}
          data-from={column.from}
        >
          {column === link ? (
            <Anchor
              href={href}
              tabIndex={-1}
              draggable={false}
              onClick={(event) => {
                if (isRange(event)) {
                  event.preventDefault();
                  onToggle(true);
                } else if (onOpen && isPlain(event)) {
                  event.preventDefault();
                  onOpen(item);
                }
              }}
            >
              {contentOf(column, item)}
            </Anchor>
          ) : column.copied ? (
            <span data-raised>{contentOf(column, item)}</span>
          ) : (
            contentOf(column, item)
          )}
        </td>
      ))}
    </tr>
  );
}

/** A cell's content, which is drawn again only when its row or its column is another. */
const Cell = memo(function Cell({ column, item }: { column: Column<unknown>; item: unknown }) {
  return column.cell(item);
});

// A column takes the rows of its own table.
const contentOf = <Row,>(column: Column<Row>, item: Row) => (
  <Cell column={column as Column<unknown>} item={item} />
);
