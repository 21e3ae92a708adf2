import { mdiArrowLeft, mdiArrowRight, mdiChevronLeft, mdiChevronRight } from '@mdi/js';
import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';
import { direction } from '../language/current.ts';

interface Props extends Omit<SvgIconProps, 'path' | 'children'> {
  /** One of `@mdi/js`, outline family. */
  path: string;
  /** Pixels; 20 unless told. */
  size?: number;
}

/** These point along the line: mirrored where lines run from right to left. */
const ALONG_THE_LINE: ReadonlySet<string> = new Set([
  mdiArrowLeft,
  mdiArrowRight,
  mdiChevronLeft,
  mdiChevronRight,
]);

/** An icon beside a word; on its own it needs a tooltip and an accessible name around it. */
export function Icon({ path, size = 20, sx, ...rest }: Props) {
  const transform = direction === 'rtl' && ALONG_THE_LINE.has(path) ? 'scaleX(-1)' : undefined;
  return (
    <SvgIcon
      sx={[{ fontSize: size, flexShrink: 0, transform }, ...(Array.isArray(sx) ? sx : [sx])]}
      {...rest}
    >
      <path d={path} />
    </SvgIcon>
  );
}
