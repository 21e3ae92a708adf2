import { API_BASE } from '../../../contract/operations.ts';
import type { Line } from '../support/report.ts';
import type { Session } from '../support/session.ts';

const ROWS = 100_000;
const HEADER = 'username,email,name,department,role,phone,mobile,manager';
const row = (n: number) =>
  `i${n},i${n}@example.org,Person ${n},Department ${n % 50},user,+4416329${String(n).padStart(6, '0')},,`;

/** 100,000 new people from a CSV file: last, because they stay. */
export async function importing({ organisation, server }: Session): Promise<Line[]> {
  const body = [HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n))].join('\r\n');
  const startedAt = performance.now();
  const answer = await fetch(`${server.address}${API_BASE}/users/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${organisation.administrator}`, 'content-type': 'text/csv' },
    body,
  });
  const { imported } = (await answer.json()) as { imported?: number };
  const took = performance.now() - startedAt;
  if (imported !== ROWS) throw new Error(`The import was answered ${answer.status}: ${imported} of ${ROWS}.`);
  const value = (ROWS * 1000) / took;
  return [{ name: 'import', unit: 'rows/s', value, more: true, goal: 10_000 }];
}
