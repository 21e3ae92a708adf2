import { openDatabase } from '../../../server/db/connection.ts';
import type { DatabaseOptions } from '../../../server/db/connection.ts';
import { createResetRequestService } from '../../../server/features/resetRequests/service.ts';
import { Refusal } from '../../../server/refusal.ts';
import { createTestDeps } from '../../support/deps.ts';
import { voice } from '../voice.ts';
import type { Order, Report } from './otherServer.ts';

// Run in a process of its own: does what it is told, and says what became of it.
const db = openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseOptions);
const resets = createResetRequestService(await createTestDeps(db));

async function report({ id, act, input }: Order): Promise<Report> {
  try {
    const value = await (resets[act] as (input: unknown) => Promise<unknown>)(
      // Functions don't come from another process.
      typeof input === 'object' ? { ...input, voice } : input,
    );
    return { id, done: true, value };
  } catch (error) {
    if (error instanceof Refusal) return { id, done: false, code: error.code, options: error.options };
    return { id, done: false, broken: String(error) };
  }
}

process.on('message', (order: Order) => {
  void report(order).then((message) => process.send?.(message));
});
process.once('disconnect', () => void db.close());
process.send?.('ready');
