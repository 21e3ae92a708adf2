import { inEnglish } from '../../../../server/words.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../../../../server/config.ts';
import type { Actor, Deps } from '../../../../server/context.ts';
import { appendAudit } from '../../../../server/domain/audit/append.ts';
import { createAuditService } from '../../../../server/features/audit/service.ts';
import type { AuditService } from '../../../../server/features/audit/service.ts';
import type { OpenDatabase } from '../../../support/databases.ts';
import { createClock, createTestDeps, putPerson } from '../../../support/deps.ts';
import type { Clock } from '../../../support/deps.ts';

export interface AuditWorld {
  deps: Deps;
  clock: Clock;
  audit: AuditService;
  actor: Actor;
  /** Of checkpoints, in the data folder. */
  file: string;
  append: (count: number, data?: Record<string, unknown>) => Promise<void>;
  /** The sentences of what verifying finds. */
  problems: () => Promise<string[]>;
}

/** An audit service on a database with one officer, who may export. */
export async function createAuditWorld(
  open: OpenDatabase,
  config: Partial<Config> = {},
): Promise<AuditWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-audit-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const clock = createClock();
  const deps = await createTestDeps(await open(), { clock, config: { dataDir, ...config } });
  const userId = await putPerson(deps, { username: 'olga', roles: ['security_officer'] });
  const actor: Actor = {
    userId,
    username: 'olga',
    name: 'Olga',
    roles: ['user', 'security_officer'],
    permissions: new Set(['audit.read', 'audit.export']),
    sessionId: 'session',
    steppedUpUntil: null,
    via: 'password',
  };
  const audit = createAuditService(deps);
  return {
    deps,
    clock,
    actor,
    audit,
    file: join(dataDir, 'audit-checkpoints.jsonl'),
    async append(count, data = {}) {
      await deps.db.transaction(async (tx) => {
        for (let index = 0; index < count; index += 1) {
          await appendAudit(tx, deps, {
            at: clock.now() + index,
            action: index % 2 ? 'mfa.set_up' : 'user.created',
            actor: { id: userId, name: 'Olga' },
            target: null,
            data: { index, ...data },
          });
        }
      });
    },
    problems: async () => (await audit.verify(clock.now())).problems.map(({ problem }) => inEnglish(problem)),
  };
}

/** All of an export. */
export async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const part of lines) all += part;
  return all;
}
