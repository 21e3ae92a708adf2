import SvgIcon from '@mui/material/SvgIcon';

/** A gate between two towers: two shapes, one colour, readable at 16 px. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <SvgIcon viewBox="0 0 24 24" sx={{ fontSize: size, color: 'primary.main', flexShrink: 0 }}>
      <path d="M2 5h1.5V3H5v2h1.5V3H8v18H2zm14 0h1.5V3H19v2h1.5V3H22v18h-6z" />
      <path d="M9.5 21v-7a2.5 2.5 0 0 1 5 0v7zm0-12h5V7.5h-5z" />
    </SvgIcon>
  );
}
