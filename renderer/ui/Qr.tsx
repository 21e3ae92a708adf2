import Box from '@mui/material/Box';
import { create } from 'qrcode';
import { useMemo } from 'react';

/** Modules of white around the code (ISO/IEC 18004): without them cameras don't find it. */
const QUIET_ZONE = 4;

/** A QR code, dark on white in both schemes because scanners expect that. Drawn here: what it says goes to no other program. */
export function Qr({ text, label, size = 220 }: { text: string; label: string; size?: number }) {
  const { path, modules } = useMemo(() => {
    const matrix = create(text, { errorCorrectionLevel: 'M' }).modules;
    let dark = '';
    for (let row = 0; row < matrix.size; row++) {
      for (let column = 0; column < matrix.size; column++) {
        if (matrix.get(row, column)) dark += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
      }
    }
    return { path: dark, modules: matrix.size + 2 * QUIET_ZONE };
  }, [text]);
  return (
    <Box
      component="svg"
      role="img"
      data-qr
      aria-label={label}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      sx={{
        width: size,
        height: size,
        display: 'block',
        bgcolor: '#fff',
        borderRadius: '8px',
        border: 1,
        borderColor: 'divider',
      }}
    >
      <path d={path} fill="#000" />
    </Box>
  );
}
