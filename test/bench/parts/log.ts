import { API_BASE } from '../../../contract/operations.ts';
import type { Line } from '../support/report.ts';
import { memoryOf } from '../support/processes.ts';
import type { Session } from '../support/session.ts';

/** The audit log as the rounds before have left it: verified, and exported. */
export async function log({ organisation, server }: Session): Promise<Line[]> {
  const headers = { authorization: `Bearer ${organisation.administrator}` };
  const url = `${server.address}${API_BASE}/audit`;
  const startedAt = performance.now();
  const verified = await fetch(`${url}/verify`, { headers });
  const took = performance.now() - startedAt;
  const { ok, events } = (await verified.json()) as { ok: boolean; events: number };
  if (!ok) throw new Error('The audit log does not verify.');
  const before = memoryOf(server.pid);
  const exportedAt = performance.now();
  const exported = await fetch(`${url}/export?format=jsonl`, { headers });
  let bytes = 0;
  for await (const chunk of exported.body ?? []) bytes += chunk.length;
  const exporting = performance.now() - exportedAt;
  if (!exported.ok || bytes === 0) throw new Error(`The export was answered ${exported.status}.`);
  return [
    { name: 'audit verify', unit: 'events/s', value: (events * 1000) / took, more: true, goal: 200_000 },
    { name: 'audit export', unit: 'events/s', value: (events * 1000) / exporting, more: true },
    {
      name: 'memory that an export adds',
      unit: 'MB',
      value: Math.max(0, memoryOf(server.pid) - before),
      more: false,
    },
  ];
}
