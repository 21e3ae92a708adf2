import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { API_BASE } from '../../../contract/operations.ts';
import { drive, median } from '../support/load.ts';
import { PASSWORD } from '../support/organisation.ts';
import type { Line } from '../support/report.ts';
import { CONNECTIONS } from '../support/session.ts';
import type { Session } from '../support/session.ts';

/** Of whole sign-ins, password and code, beside argon2id's verifies alone, on all cores. */
export async function signIns({ organisation, server, ms, rounds, cpu }: Session): Promise<Line[]> {
  const stored = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const seen: { rate: number; cpu: number; limit: number; limitCpu: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const before = cpu();
    // Each line signs one person in by two requests: what was answered to the first is asked with the second.
    const answered: { challenge: string; code: string }[] = [];
    const load = await drive(server.address, { connections: CONNECTIONS, ms: ms * 2 }, () => {
      const ready = answered.pop();
      if (ready) return { call: { method: 'POST', path: `${API_BASE}/sign-in/verify`, body: ready } };
      const person = organisation.next();
      return {
        call: {
          method: 'POST',
          path: `${API_BASE}/sign-in`,
          body: { username: person.username, password: PASSWORD },
        },
        onAnswer({ status, body }) {
          if (status !== 200) return;
          const { challenge } = JSON.parse(body) as { challenge: string };
          answered.push({ challenge, code: organisation.codeOf(person) });
        },
      };
    });
    const rate = load.rate / 2;
    const used = (cpu() - before) / (load.right / 2);
    const limit = await verifies(stored, ms);
    if (round > 0) seen.push({ rate, cpu: used, limit: limit.rate, limitCpu: limit.cpu });
  }
  const of = (value: (round: (typeof seen)[number]) => number) => median(seen.map(value));
  const name = 'argon2id verifies';
  const limit = { name, value: of((round) => round.limit), ratio: of((round) => round.rate / round.limit) };
  const limitCpu = {
    name,
    value: of((round) => round.limitCpu),
    ratio: of((round) => round.cpu / round.limitCpu),
  };
  return [
    {
      name: 'whole sign-ins',
      unit: '/s',
      value: of((round) => round.rate),
      more: true,
      goal: 0.85,
      limit,
    },
    {
      name: 'processor time of a sign-in',
      unit: 'ms',
      value: of((round) => round.cpu),
      more: false,
      limit: limitCpu,
    },
  ];
}

/** argon2id's verifies a second with nothing beside, one for each core at once, and the milliseconds of processor time of one. */
async function verifies(stored: string, ms: number): Promise<{ rate: number; cpu: number }> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  let done = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() - startedAt < ms) {
      await verify(stored, PASSWORD);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, loop));
  const { user, system } = process.cpuUsage(before);
  return { rate: (done * 1000) / (performance.now() - startedAt), cpu: (user + system) / 1000 / done };
}
