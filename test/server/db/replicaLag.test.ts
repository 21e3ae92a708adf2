import { expect, it } from 'vitest';
import { createLagMeter } from '../../../server/db/replicaLag.ts';

it('nothing is known before the first look at the primary', () => {
  expect(createLagMeter().behind(100, 0)).toBeNull();
});

it('a replica that has all of it is not behind, however long nobody wrote', () => {
  const meter = createLagMeter();
  meter.saw(100, 0);
  meter.saw(100, 60_000);
  expect(meter.behind(100, 90_000)).toBe(0);
});

it('is behind since the primary was seen further on for the first time', () => {
  const meter = createLagMeter();
  meter.saw(100, 0);
  meter.saw(200, 1_000);
  meter.saw(200, 2_000);
  meter.saw(300, 3_000);
  expect(meter.behind(100, 4_000)).toBe(3_000);
  expect(meter.behind(250, 4_000)).toBe(1_000);
  expect(meter.behind(300, 4_000)).toBe(0);
});

it('a primary that took over with less of the log begins anew', () => {
  const meter = createLagMeter();
  meter.saw(500, 0);
  meter.saw(400, 1_000);
  expect(meter.behind(400, 2_000)).toBe(0);
  expect(meter.behind(399, 2_000)).toBe(1_000);
});
