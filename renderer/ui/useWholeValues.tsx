import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { exactTime, utcTime } from './time.ts';

interface Shown {
  anchor: Element;
  placement: 'bottom' | 'bottom-start';
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

/** A moment says when it was to the minute, here and in UTC. */
const momentAt = ({ target }: MouseEvent) =>
  target instanceof Element ? target.closest<HTMLTimeElement>('time[data-exact]') : null;

/**
 * Says exactly the moment that the pointer rests on, and where a row is one line (`isOneLine`) whole what it cuts off: the cell
 * below the pointer, or everything of a row that has the keyboard's focus. Hand `listeners` to the rows' parent.
 */
export function useWholeValues(isOneLine: boolean) {
  const [shown, setShown] = useState<Shown | null>(null);
  const at = useRef<Element>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hide = () => {
    clearTimeout(timer.current);
    at.current = undefined;
    setShown(null);
  };
  const say = (what: Shown) => {
    timer.current = setTimeout(() => setShown(what), DELAY);
  };
  const rest = (event: MouseEvent) => {
    const moment = momentAt(event);
    const below = moment ?? (isOneLine ? cellAt(event) : undefined);
    if (below === at.current) return;
    hide();
    at.current = below;
    if (moment) {
      const lines = [exactTime(moment.dateTime), utcTime(moment.dateTime)];
      say({ anchor: moment, placement: 'bottom', lines });
    } else if (below && cutIn(below).length > 0)
      say({ anchor: below, placement: 'bottom-start', lines: wholeOf(below) });
  };
  const focus = ({ target }: FocusEvent) => {
    if (!isOneLine || target.tagName !== 'TR' || !target.matches(':focus-visible')) return;
    const cells = [...target.querySelectorAll('td')].filter((cell) => cutIn(cell).length > 0);
    const [anchor] = cells;
    if (anchor) setShown({ anchor, placement: 'bottom-start', lines: cells.flatMap(wholeOf) });
  };
  return {
    listeners: {
      onMouseMove: rest,
      onMouseLeave: hide,
      onFocus: focus,
      onBlur: hide,
      onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && hide(),
    },
    tooltip: shown && (
      <Tooltip
        open
        placement={shown.placement}
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
