/** A round number that is not below `value`, and the steps up to it: 480 is 500 in steps of 100. */
export function niceScale(value: number): { top: number; ticks: number[] } {
  if (value <= 4) return { top: 4, ticks: [0, 1, 2, 3, 4] };
  const rough = value / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const whole = Math.max(1, Math.ceil(step));
  const top = Math.ceil(value / whole) * whole;
  return { top, ticks: Array.from({ length: top / whole + 1 }, (_, index) => index * whole) };
}

/** Which of `count` points get a label where each needs `room` of `width` pixels: the last always, and evenly back from it. */
export function labelledPoints(count: number, width: number, room: number): number[] {
  const most = Math.max(2, Math.floor(width / room));
  const every = Math.max(1, Math.ceil(count / most));
  const indexes: number[] = [];
  for (let index = count - 1; index >= 0; index -= every) indexes.unshift(index);
  return indexes;
}
