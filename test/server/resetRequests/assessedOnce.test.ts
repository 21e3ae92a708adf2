import { voice } from '../voice.ts';
import type { KyselyPlugin } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { openStaffedDesk } from './desk.ts';

/** A database that counts assessments: each reads the approvals of the request once, and nothing else does. */
function countingDatabase(): { db: Db; assessmentsIn(act: () => Promise<unknown>): Promise<number> } {
  let assessments = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      const [from] = (node.kind === 'SelectQueryNode' && node.from?.froms) || [];
      if (from?.kind === 'TableNode' && JSON.stringify(from).includes('"reset_approvals"')) assessments += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const db = openDatabase({ memory: true });
  onTestFinished(() => db.close());
  return {
    db: {
      ...db,
      kysely: db.kysely.withPlugin(counting),
      transaction: (fn) => db.transaction((tx) => fn(tx.withPlugin(counting))),
    },
    async assessmentsIn(act) {
      assessments = 0;
      await act();
      return assessments;
    },
  };
}

const CHECKS = [
  { kind: 'in_person', outcome: 'pass' },
  { kind: 'call_back', outcome: 'pass' },
] as const;

test('a direct reset assesses when it is opened and after each check; its answer assesses once more', async () => {
  const { db, assessmentsIn } = countingDatabase();
  const { jo, ana, ...d } = await openStaffedDesk({ db });
  const direct = { userId: jo.userId, reason: 'broken', note: '', checks: CHECKS, actor: ana } as const;
  const act = () => d.resets.directReset({ ...direct, now: d.clock.now(), voice });
  expect(await assessmentsIn(act)).toBe(1 + CHECKS.length + 1);
});

test('an approval without a hold assesses once, and for its answer', async () => {
  const { db, assessmentsIn } = countingDatabase();
  const { jo, priya, ana, ...d } = await openStaffedDesk({ db });
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  expect(await assessmentsIn(() => d.approve(id, ana))).toBe(2);
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
});

test('a check is assessed before and after it, for it is evidence', async () => {
  const { db, assessmentsIn } = countingDatabase();
  const { jo, priya, ...d } = await openStaffedDesk({ db });
  const { id } = await d.ask(jo);
  expect(await assessmentsIn(() => d.check(id, priya, CHECKS[0]))).toBe(3);
});
