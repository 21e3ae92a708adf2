import { sql } from 'kysely';
import { openDatabase } from '../../../server/db/connection.ts';

// Run in a process of its own: adds one to the counter and says so, again and again.
const [dataDir = '', rounds = '0'] = process.argv.slice(2);
const db = openDatabase({ dataDir });
for (let round = 0; round < Number(rounds); round += 1) {
  await db.transaction((tx) => sql`update counter set value = value + 1 where id = 1`.execute(tx));
  process.send?.('counted');
}
await db.close();
process.disconnect();
