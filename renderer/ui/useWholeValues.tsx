import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';

interface Shown {
  anchor: Element;
  lines: readonly string[];
}

/** As tooltips elsewhere; milliseconds. */
const DELAY = 300;

const isCut = (element: Element) =>
  element.hasAttribute('data-whole') ||
  (element.textContent !== '' &&
    element.scrollWidth > element.clientWidth &&
    getComputedStyle(element).textOverflow === 'ellipsis');
const cutIn = (cell: Element) => [cell, ...cell.querySelectorAll('*')].filter(isCut);
/** A row of two lines says both. */
const wholeOf = (cell: Element) =>
  cutIn(cell).map((element) => element.getAttribute('data-whole') ?? element.textContent ?? '');

/** The cell under the pointer, which is in the link that reaches over the row. */
const cellAt = ({ clientX, clientY }: MouseEvent) =>
  document.elementsFromPoint(clientX, clientY).find((element) => element.tagName === 'TD');

/**
 * Says whole what a row cuts off: the cell that the pointer rests on, or everything of a row that has the keyboard's focus.
 * Hand `listeners` to the rows' parent.
 */
export function useWholeValues(isOn: boolean) {
  const [shown, setShown] = useState<Shown | null>(null);
  const at = useRef<Element>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hide = () => {
    clearTimeout(timer.current);
    at.current = undefined;
    setShown(null);
  };
  const rest = (event: MouseEvent) => {
    const cell = cellAt(event);
    if (cell === at.current) return;
    hide();
    at.current = cell;
    if (!cell || cutIn(cell).length === 0) return;
    timer.current = setTimeout(() => setShown({ anchor: cell, lines: wholeOf(cell) }), DELAY);
  };
  const focus = ({ target }: FocusEvent) => {
    if (target.tagName !== 'TR' || !target.matches(':focus-visible')) return;
    const cells = [...target.querySelectorAll('td')].filter((cell) => cutIn(cell).length > 0);
    const [anchor] = cells;
    if (anchor) setShown({ anchor, lines: cells.flatMap(wholeOf) });
  };
  return {
    listeners: isOn
      ? {
          onMouseMove: rest,
          onMouseLeave: hide,
          onFocus: focus,
          onBlur: hide,
          onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && hide(),
        }
      : {},
    tooltip: shown && (
      <Tooltip
        open
        placement="bottom-start"
        title={shown.lines.map((line, index) => (
          <div key={index}>{line}</div>
        ))}
        slotProps={{ popper: { anchorEl: shown.anchor } }}
      >
        <Box component="span" hidden />
      </Tooltip>
    ),
  };
}
