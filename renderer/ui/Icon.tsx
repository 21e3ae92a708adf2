import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';

interface Props extends Omit<SvgIconProps, 'path' | 'children'> {
  /** One of `@mdi/js`, outline family. */
  path: string;
  /** Pixels; 20 unless told. */
  size?: number;
}

/** An icon beside a word; on its own it needs a tooltip and an accessible name around it. */
export function Icon({ path, size = 20, sx, ...rest }: Props) {
  return (
    <SvgIcon sx={[{ fontSize: size, flexShrink: 0 }, ...(Array.isArray(sx) ? sx : [sx])]} {...rest}>
      <path d={path} />
    </SvgIcon>
  );
}
