import { openDatabase } from '../../../../server/db/connection.ts';
import type { DatabaseOptions } from '../../../../server/db/connection.ts';
import { createEffects } from '../../../../server/features/resetRequests/elsewhere/work.ts';
import { createTestDeps } from '../../../support/deps.ts';

// A server in a process of its own, which does what is due in connected systems, and may be killed at it.
const db = openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseOptions);
await createEffects(await createTestDeps(db)).carryOutDue();
await db.close();
