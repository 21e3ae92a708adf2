import Box from '@mui/material/Box';
import { useEffect, useRef, type ReactNode } from 'react';
import { FilterChips, type FilterChip } from './FilterChips.tsx';

export type { FilterChip };

interface Props {
  children: ReactNode;
  /** Those that are on. */
  chips: readonly FilterChip[];
  onClear: () => void;
  /** Right: how many there are, and what else belongs to the list. */
  side: ReactNode;
}

/** Filters above a list; each says what it is when it is off. Below them those that are on. */
export function FilterBar({ children, chips, onClear, side }: Props) {
  const controls = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // Where the focus goes once what had it is gone.
  const left = useRef<{ index: number; of: number }>(undefined);
  useEffect(() => {
    const { index, of } = left.current ?? {};
    if (index === undefined || of === undefined || chips.length >= of) return;
    left.current = undefined;
    const rest = [...(list.current?.querySelectorAll<HTMLElement>('li > button[aria-label]') ?? [])];
    const next = rest[Math.min(index, rest.length - 1)];
    (next ?? controls.current?.querySelector<HTMLElement>('select, input, button'))?.focus();
  }, [chips.length]);
  const leaving = (index: number) => {
    left.current = { index, of: chips.length };
  };
  return (
    <>
      <Box
        ref={controls}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 2,
          mb: chips.length > 0 ? 2 : 3,
          '& > *': { flex: { xs: '1 1 140px', md: 'none' } },
          // On a phone a line of its own: half of one cuts what it searches by.
          '& > :has(> [type=search])': { flexBasis: { xs: '100%', md: 'auto' } },
        }}
      >
        {children}
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2, ml: 'auto' }}>
          {side}
        </Box>
      </Box>
      {chips.length > 0 && (
        <FilterChips
          ref={list}
          chips={chips}
          onRemove={(index) => {
            leaving(index);
            chips[index]?.onRemove();
          }}
          onClear={() => {
            leaving(0);
            onClear();
          }}
        />
      )}
    </>
  );
}
