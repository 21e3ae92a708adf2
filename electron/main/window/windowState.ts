/** Where a window stood, in device-independent pixels. */
export interface WindowPlace {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximised: boolean;
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const SMALLEST = { width: 480, height: 560 };
/** So much of the title bar has to be on a screen for a hand to get hold of it. */
const GRIP = { width: 120, height: 40 };

/**
 * Where the window may open: as it was left, but no larger than the largest screen, and where the screen that it stood on is gone,
 * without a position, which centres it.
 */
export function placeOnScreens(kept: WindowPlace, screens: readonly Area[]): WindowPlace {
  const widest = Math.max(SMALLEST.width, ...screens.map((screen) => screen.width));
  const highest = Math.max(SMALLEST.height, ...screens.map((screen) => screen.height));
  const size = {
    width: within(kept.width, SMALLEST.width, widest),
    height: within(kept.height, SMALLEST.height, highest),
    maximised: kept.maximised,
  };
  if (kept.x === undefined || kept.y === undefined) return size;
  const bar = { x: kept.x, y: kept.y, width: size.width, height: GRIP.height };
  return screens.some((screen) => holdsGrip(bar, screen)) ? { ...size, x: kept.x, y: kept.y } : size;
}

const within = (value: number, least: number, most: number) =>
  Math.round(Math.min(most, Math.max(least, value)));

function holdsGrip(bar: Area, screen: Area): boolean {
  const across = Math.min(bar.x + bar.width, screen.x + screen.width) - Math.max(bar.x, screen.x);
  const down = Math.min(bar.y + bar.height, screen.y + screen.height) - Math.max(bar.y, screen.y);
  return across >= GRIP.width && down >= GRIP.height;
}
