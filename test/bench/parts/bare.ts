import { drive, median } from '../support/load.ts';
import type { Line } from '../support/report.ts';
import { CONNECTIONS } from '../support/session.ts';
import type { Session } from '../support/session.ts';

/** What Node itself does here: how fast this machine is today. */
export async function bareHttp({ bare, ms, rounds }: Session): Promise<Line[]> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const load = await drive(bare.address, { connections: CONNECTIONS, ms }, () => ({
      call: { method: 'GET', path: '/' },
    }));
    rates.push(load.rate);
  }
  return [{ name: 'bare node:http', unit: '/s', value: median(rates), more: true }];
}
