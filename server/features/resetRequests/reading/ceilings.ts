import { CEILING_SCOPES, CEILING_WINDOWS } from '../../../../contract/ceilings.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { Reader } from '../../../db/connection.ts';
import { personOf } from '../../../domain/people/people.ts';
import { userById } from '../../../domain/people/store.ts';
import { currentPolicy } from '../../../domain/policy/current.ts';
import { ceilingsFrom } from '../../../domain/settings/freezeStore.ts';
import { DAY, rfc3339 } from '../../../time.ts';
import { countAll, countEach } from '../ceilingStore.ts';
import { readUsual } from '../deciding/ceilings.ts';
import { ceilingOf, WINDOW } from '../rules/ceilings.ts';

/** Each ceiling with what there is by now, of whoever has most. `now` in UTC ms. */
export async function ceilingsNow(reader: Reader, now: number): Promise<OutputOf<'resetRequests.ceilings'>> {
  const { document } = await currentPolicy(reader);
  const from = await ceilingsFrom(reader);
  const ceilings: OutputOf<'resetRequests.ceilings'>['ceilings'] = [];
  for (const scope of CEILING_SCOPES)
    for (const window of CEILING_WINDOWS) {
      const since = Math.max(now - WINDOW[window], from);
      const [most] =
        scope === 'all'
          ? [{ id: null, count: await countAll(reader, since) }]
          : await countEach(reader, scope, { since });
      const usual = await readUsual(reader, { scope, window, now });
      const set = document.ceilings[scope][window];
      const person = most?.id ? await userById(reader, most.id) : undefined;
      ceilings.push({
        scope,
        window,
        usual,
        ceiling: ceilingOf({ scope, window }, { usual, set }),
        isSet: set !== null,
        count: most?.count ?? 0,
        person: person ? personOf(person) : null,
      });
    }
  return { ceilings, countedFrom: from > now - DAY ? rfc3339(from) : null };
}
