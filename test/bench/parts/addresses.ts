import { API_BASE } from '../../../contract/operations.ts';
import { at, drive, median } from '../support/load.ts';
import { environment } from '../support/organisation.ts';
import { run } from '../support/processes.ts';
import type { Line } from '../support/report.ts';
import { serveArgs } from '../support/session.ts';
import type { Session } from '../support/session.ts';

/** What it costs that servers share the count of an address: the first request of each address asks the database, later ones mostly don't. */
export async function addresses({ place, ms, rounds }: Session): Promise<Line[]> {
  const server = await run([...serveArgs(place), '--trust-proxy', '127.0.0.1'], environment);
  let last = 0;
  const newAddress = () => [10, (last += 1) >> 16, (last >> 8) & 255, last & 255].join('.');
  const tookOf = async (addressOf: () => string): Promise<number> => {
    const { took } = await drive(server.address, { connections: 1, ms }, () => ({
      call: {
        method: 'GET',
        path: `${API_BASE}/sign-in/options`,
        headers: { 'x-forwarded-for': addressOf(), 'x-forwarded-proto': 'https' },
      },
    }));
    return at(0.5, took);
  };
  const seen: { known: number; unknown: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const known = await tookOf(() => '192.0.2.1');
    const unknown = await tookOf(newAddress);
    if (round > 0) seen.push({ known, unknown });
  }
  await server.stop();
  const limit = {
    name: 'an address that has its portion',
    value: median(seen.map(({ known }) => known)),
    ratio: median(seen.map(({ known, unknown }) => unknown / known)),
  };
  const value = median(seen.map(({ unknown }) => unknown));
  return [{ name: 'public request of a new address', unit: 'ms', value, more: false, limit }];
}
