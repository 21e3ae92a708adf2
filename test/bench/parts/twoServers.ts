import { API_BASE } from '../../../contract/operations.ts';
import { drive, median } from '../support/load.ts';
import { environment } from '../support/organisation.ts';
import { run } from '../support/processes.ts';
import type { Line } from '../support/report.ts';
import { CONNECTIONS, serveArgs } from '../support/session.ts';
import type { Session } from '../support/session.ts';

/** Code checks of two servers on one PostgreSQL, beside those of one, in turns. SQLite has one server. */
export async function twoServers(session: Session): Promise<Line[]> {
  const { place, organisation, server, ms, rounds } = session;
  if (place.kind === 'sqlite') return [];
  const other = await run(serveArgs(place), environment);
  const rateOf = async (addresses: string[]): Promise<number> => {
    const open = await organisation.challenges(4000);
    const loads = addresses.map((address) =>
      drive(address, { connections: CONNECTIONS / addresses.length, ms }, () => {
        const next = open.pop();
        if (!next) return null;
        const body = { challenge: next.challenge, code: organisation.codeOf(next.person) };
        return { call: { method: 'POST', path: `${API_BASE}/sign-in/verify`, body } };
      }),
    );
    return (await Promise.all(loads)).reduce((sum, { rate }) => sum + rate, 0);
  };
  const seen: { one: number; two: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const one = await rateOf([server.address]);
    const two = await rateOf([server.address, other.address]);
    if (round > 0) seen.push({ one, two });
  }
  await other.stop();
  const limit = {
    name: 'one server',
    value: median(seen.map(({ one }) => one)),
    ratio: median(seen.map(({ one, two }) => two / one)),
  };
  const value = median(seen.map(({ two }) => two));
  return [{ name: 'code checks of two servers', unit: '/s', value, more: true, goal: 1.5, limit }];
}
