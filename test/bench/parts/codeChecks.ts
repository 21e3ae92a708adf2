import { API_BASE } from '../../../contract/operations.ts';
import { at, drive, median } from '../support/load.ts';
import type { Line } from '../support/report.ts';
import { cpuOf } from '../support/processes.ts';
import { CONNECTIONS } from '../support/session.ts';
import type { Session } from '../support/session.ts';

/** Codes after a right password, each of a challenge of its own, beside the limit of the database. */
export async function codeChecks(session: Session): Promise<Line[]> {
  const { organisation, server, bareUpdate, hotRow, ms, rounds, cpu } = session;
  const seen: { rate: number; cpu: number; p95: number; limit: number; limitCpu: number; hot: number }[] = [];
  let expected = 1000;
  for (let round = 0; round <= rounds; round += 1) {
    const open = await organisation.challenges(expected);
    const before = cpu();
    const load = await drive(server.address, { connections: CONNECTIONS, ms }, () => {
      const next = open.pop();
      if (!next) return null;
      const body = { challenge: next.challenge, code: organisation.codeOf(next.person) };
      return { call: { method: 'POST', path: `${API_BASE}/sign-in/verify`, body } };
    });
    const used = (cpu() - before) / load.right;
    const limitBefore = cpuOf(bareUpdate.pid);
    const body = { challenge: 'x'.repeat(43), code: '123456' };
    const limit = await drive(bareUpdate.address, { connections: CONNECTIONS, ms }, () => ({
      call: { method: 'POST', path: '/', body },
    }));
    const limitCpu = (cpuOf(bareUpdate.pid) - limitBefore) / limit.right;
    const hot = hotRow ? await hotRow.rate(ms) : 0;
    expected = Math.ceil(load.rate * (ms / 1000) * 2) + 500;
    // The first round is for the compiler.
    if (round > 0)
      seen.push({ rate: load.rate, cpu: used, p95: at(0.95, load.took), limit: limit.rate, limitCpu, hot });
  }
  const of = (value: (round: (typeof seen)[number]) => number) => median(seen.map(value));
  const rate = { name: 'code checks', unit: '/s', value: of((round) => round.rate), more: true, goal: 0.25 };
  const spent = {
    name: 'processor time of a code check',
    unit: 'ms',
    value: of((round) => round.cpu),
    more: false,
  };
  const update = 'bare + UPDATE FULL';
  if (hotRow) {
    const limit = of((round) => round.hot);
    const ratio = of((round) => round.rate / round.hot);
    return [
      { ...rate, limit: { name: `${hotRow.by}, hot row`, value: limit, ratio } },
      { ...spent, goal: 4 },
      { name: 'code check, p95', unit: 'ms', value: of((round) => round.p95), more: false, goal: 80 },
    ];
  }
  const cpuLimit = { value: of((round) => round.limitCpu), ratio: of((round) => round.cpu / round.limitCpu) };
  return [
    {
      ...rate,
      limit: {
        name: update,
        value: of((round) => round.limit),
        ratio: of((round) => round.rate / round.limit),
      },
    },
    { ...spent, limit: { name: update, ...cpuLimit }, goal: 4.5 },
    { name: 'code check, p95', unit: 'ms', value: of((round) => round.p95), more: false },
  ];
}
