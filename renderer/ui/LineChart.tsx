import Box from '@mui/material/Box';
import { useState, type PointerEvent } from 'react';
import { figure } from '../language/intl.ts';
import { labelledPoints, niceScale } from './lineScale.ts';
import { useWidth } from './useWidth.ts';

export interface ChartPoint {
  label: string;
  value: number;
}

interface Props {
  /** The whole chart in a sentence: what a screen reader says in its place. */
  label: string;
  points: readonly ChartPoint[];
  /** A dashed line across, named at its end: the number that could be reached. */
  goal?: { value: number; label: string };
  /** A value in words: "412 people". */
  words: (value: number) => string;
}

const HEIGHT = 220;
const EDGE = { top: 16, right: 12, bottom: 24, left: 44 };

/** One line over time, drawn as SVG: no library of charts is worth its weight for one line. The page offers a table beside it. */
export function LineChart({ label, points, goal, words }: Props) {
  const [frame, width] = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const { top, ticks } = niceScale(Math.max(goal?.value ?? 0, ...points.map(({ value }) => value)));
  const innerWidth = Math.max(0, width - EDGE.left - EDGE.right);
  const innerHeight = HEIGHT - EDGE.top - EDGE.bottom;
  const x = (index: number) =>
    EDGE.left + (points.length > 1 ? (index / (points.length - 1)) * innerWidth : innerWidth);
  const y = (value: number) => EDGE.top + innerHeight - (value / top) * innerHeight;
  const line = points.map(({ value }, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('');
  const shownIndex = at ?? points.length - 1;
  const shown = points[shownIndex];

  const follow = (event: PointerEvent<SVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left - EDGE.left;
    const index = Math.round((left / innerWidth) * (points.length - 1));
    setAt(Math.min(points.length - 1, Math.max(0, index)));
  };

  return (
    <Box ref={frame} sx={{ position: 'relative', minHeight: HEIGHT, color: 'primary.main' }}>
      {width > 0 && (
        <Box
          component="svg"
          role="img"
          aria-label={label}
          // Time runs to the right in every language, and its labels with it.
          style={{ direction: 'ltr' }}
          width={width}
          height={HEIGHT}
          onPointerMove={follow}
          onPointerLeave={() => setAt(null)}
          sx={{
            display: 'block',
            touchAction: 'pan-y',
            '& text': {
              fontSize: 12,
              fill: 'var(--gh-palette-text-secondary)',
              fontVariantNumeric: 'tabular-nums',
            },
            '& .grid': { stroke: 'var(--gh-palette-divider)' },
          }}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line className="grid" x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
              <text x={EDGE.left - 8} y={y(tick)} textAnchor="end" dominantBaseline="central">
                {figure(tick)}
              </text>
            </g>
          ))}
          {labelledPoints(points.length, innerWidth, 76).map((index) => (
            <text
              key={index}
              x={x(index)}
              y={HEIGHT - 4}
              textAnchor={index === points.length - 1 ? 'end' : 'middle'}
            >
              {points[index]?.label}
            </text>
          ))}
          {goal && (
            <g>
              <line
                x1={EDGE.left}
                x2={width - EDGE.right}
                y1={y(goal.value)}
                y2={y(goal.value)}
                stroke="var(--gh-palette-text-secondary)"
                strokeDasharray="4 4"
              />
              <text x={EDGE.left + 6} y={y(goal.value) - 6}>
                {goal.label}
              </text>
            </g>
          )}
          <path
            d={`${line}L${x(points.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`}
            fill="currentcolor"
            opacity={0.08}
          />
          <path d={line} fill="none" stroke="currentcolor" strokeWidth={2} strokeLinejoin="round" />
          {shown && (
            <>
              {at !== null && (
                <line
                  x1={x(shownIndex)}
                  x2={x(shownIndex)}
                  y1={EDGE.top}
                  y2={EDGE.top + innerHeight}
                  stroke="var(--gh-palette-control-main)"
                />
              )}
              <circle
                cx={x(shownIndex)}
                cy={y(shown.value)}
                r={4}
                fill="currentcolor"
                stroke="var(--gh-palette-background-paper)"
                strokeWidth={2}
              />
            </>
          )}
        </Box>
      )}
      {at !== null && shown && (
        <Box
          aria-hidden
          style={{ left: Math.min(Math.max(x(at), 70), width - 70), top: 0 }}
          sx={{
            position: 'absolute',
            transform: 'translateX(-50%)',
            pointerEvents: 'none',
            px: 2,
            py: 1,
            borderRadius: '6px',
            bgcolor: 'surface.raised',
            color: 'text.primary',
            boxShadow: 'var(--gh-palette-floating-shadow)',
            fontSize: '0.75rem',
            whiteSpace: 'nowrap',
          }}
        >
          <strong>{words(shown.value)}</strong>, {shown.label}
        </Box>
      )}
    </Box>
  );
}
