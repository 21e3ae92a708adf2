import { API_BASE } from '../../../contract/operations.ts';
import { at, drive } from '../support/load.ts';
import type { Line } from '../support/report.ts';
import type { Session } from '../support/session.ts';

const PAGES: [name: string, path: string, goal?: number][] = [
  ['first page of users', '/users?limit=50'],
  ['filtered list', '/users?limit=50&department=Department%207'],
  ['sorted list', '/users?limit=50&sort=lastSignInAt'],
  ['search of two letters', '/users?limit=50&search=ob'],
  ['search of a name', '/users?limit=50&search=nowak'],
  ['search with a filter of state', '/users?limit=50&search=now&state=on'],
  ['search with a rare filter', '/users?limit=50&search=no&state=locked'],
  ['search in a department, by name', '/users?limit=50&search=ob&department=Department%207&sort=name'],
  ['search of who is blocked', '/users?limit=50&search=ob&state=blocked'],
  ['dashboard', '/dashboard'],
];
const SEARCH_GOALS: Record<number, number> = { 100_000: 8, 1_000_000: 20 };

/** What the console reads, one after the other: p95 in milliseconds. */
export async function reads({ organisation, server, ms }: Session): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, path] of PAGES) {
    const headers = { authorization: `Bearer ${organisation.administrator}` };
    const load = await drive(server.address, { connections: 1, ms }, () => ({
      call: { method: 'GET', path: API_BASE + path, headers },
    }));
    if (load.right === 0) throw new Error(`${path} was answered ${[...load.wrong.keys()].join(', ')}.`);
    const goal = name.startsWith('search') ? SEARCH_GOALS[organisation.people] : undefined;
    const line = { name: `${name}, p95`, unit: 'ms', value: at(0.95, load.took), more: false };
    lines.push(goal === undefined ? line : { ...line, goal });
  }
  return lines;
}
