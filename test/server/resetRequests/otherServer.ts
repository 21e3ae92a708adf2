import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DatabaseOptions } from '../../../server/db/connection.ts';
import type { ResetRequestService } from '../../../server/features/resetRequests/service.ts';
import { Refusal } from '../../../server/refusal.ts';
import type { RefusalOptions } from '../../../server/refusal.ts';
import type { ErrorCode } from '../../../contract/errors.ts';

type Raced = 'approve' | 'deny' | 'cancelOwn' | 'veto' | 'runDue';
/** What another process is asked to do; the moment is part of the input, so that no test waits for a clock. */
export interface Order {
  id: number;
  act: Raced;
  input: unknown;
}
export type Report = { id: number } & (
  | { done: true; value: unknown }
  | { done: false; code: ErrorCode; options: RefusalOptions }
  | { done: false; broken: string }
);

/** The reset service of a second server, in a process of its own on the same database. */
export interface OtherServer {
  resets: Pick<ResetRequestService, Raced>;
  stop(): Promise<void>;
}

export async function startOtherServer(options: DatabaseOptions): Promise<OtherServer> {
  const child = fork(join(import.meta.dirname, 'otherServerChild.ts'), [JSON.stringify(options)], {
    execArgv: [],
  });
  const exited = once(child, 'exit');
  const waiting = new Map<number, (report: Report) => void>();
  let orders = 0;

  await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error('The other server ended before it was ready.'))),
  ]);
  child.on('message', (report: Report) => {
    waiting.get(report.id)?.(report);
    waiting.delete(report.id);
  });

  async function order(act: Raced, input: unknown): Promise<unknown> {
    orders += 1;
    const { promise, resolve } = Promise.withResolvers<Report>();
    waiting.set(orders, resolve);
    child.send({ id: orders, act, input } satisfies Order);
    const report = await promise;
    if (report.done) return report.value;
    if ('broken' in report) throw new Error(report.broken);
    throw new Refusal(report.code, report.options);
  }

  const by = <Act extends Raced>(act: Act) =>
    ((input: unknown) => order(act, input)) as ResetRequestService[Act];
  return {
    resets: {
      approve: by('approve'),
      deny: by('deny'),
      cancelOwn: by('cancelOwn'),
      veto: by('veto'),
      runDue: by('runDue'),
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
