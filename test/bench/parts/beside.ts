import { setTimeout as wait } from 'node:timers/promises';
import { API_BASE } from '../../../contract/operations.ts';
import { median, openCaller } from '../support/load.ts';
import { PASSWORD } from '../support/organisation.ts';
import type { Line } from '../support/report.ts';
import type { Session } from '../support/session.ts';

const SEARCHERS = 10;
/** Between two letters that somebody types. */
const PAUSE_MS = 300;
const TYPED = ['ob', 'no', 'nowa', 'müller', 'gar', 'ha', 'kowal', 'yil', 'si', 'ok'];
const FILTERS = ['', '&state=on', '&department=Department%207', '&state=blocked', '&sort=-lastSignInAt'];

/** A whole sign-in by itself and beside ten administrators who search, in turns. */
export async function beside(session: Session): Promise<Line[]> {
  const { organisation, server, ms, rounds } = session;
  const alone: number[] = [];
  const among: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const quiet = await signInTimes(session, ms);
    const searching = { goes: true };
    const searchers = Array.from({ length: SEARCHERS }, (_, index) =>
      search(server.address, { token: organisation.administrator, index, searching }),
    );
    const busy = await signInTimes(session, ms);
    searching.goes = false;
    await Promise.all(searchers);
    if (round === 0) continue;
    alone.push(median(quiet));
    among.push(median(busy));
  }
  const [value, limit] = [median(among), median(alone)];
  return [
    {
      name: 'sign-in beside ten who search',
      unit: 'ms',
      value,
      more: false,
      limit: { name: 'the same alone', value: limit, ratio: value / limit },
      goal: 1.3,
    },
  ];
}

/** Milliseconds of each of some sign-ins, one after the other: password and code. */
async function signInTimes({ organisation, server }: Session, ms: number): Promise<number[]> {
  const { hostname, port } = new URL(server.address);
  const caller = await openCaller(hostname, Number(port));
  const times: number[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < ms) {
    const person = organisation.next();
    const beganAt = performance.now();
    const { body } = await caller.call({
      method: 'POST',
      path: `${API_BASE}/sign-in`,
      body: { username: person.username, password: PASSWORD },
    });
    const { challenge } = JSON.parse(body) as { challenge: string };
    const code = organisation.codeOf(person);
    const { status } = await caller.call({
      method: 'POST',
      path: `${API_BASE}/sign-in/verify`,
      body: { challenge, code },
    });
    if (status !== 200) throw new Error(`A sign-in was answered ${status}.`);
    times.push(performance.now() - beganAt);
  }
  caller.close();
  return times;
}

async function search(
  address: string,
  { token, index, searching }: { token: string; index: number; searching: { goes: boolean } },
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const { hostname, port } = new URL(address);
  const caller = await openCaller(hostname, Number(port));
  let turn = index;
  await wait((PAUSE_MS / SEARCHERS) * index);
  while (searching.goes) {
    turn += 1;
    const path = `${API_BASE}/users?limit=50&search=${encodeURIComponent(TYPED[turn % TYPED.length] ?? '')}${FILTERS[turn % FILTERS.length]}`;
    const { status } = await caller.call({ method: 'GET', path, headers });
    if (status !== 200) throw new Error(`${path} was answered ${status}.`);
    await wait(PAUSE_MS);
  }
  caller.close();
}
