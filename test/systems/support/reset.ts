import { uuidv7 } from '../../../server/crypto/random.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { createSystems } from '../../../server/domain/systems/access.ts';
import { insertSystemLink } from '../../../server/domain/systems/linkStore.ts';
import { sealSystemSecret } from '../../../server/domain/systems/secret.ts';
import { insertSystem, systemById } from '../../../server/domain/systems/store.ts';
import type { StoredSystem } from '../../../server/domain/systems/store.ts';
import { createEffects } from '../../../server/features/resetRequests/elsewhere/work.ts';
import { SYSTEM_MODULES } from '../../../server/features/systems/kinds/index.ts';
import { openStaffedDesk } from '../../server/resetRequests/desk.ts';
import { voice } from '../../server/voice.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';
import type { RealSystem } from './real.ts';

/** A help desk whose Jo is the one who has an account in the real system. */
export async function deskBefore(real: RealSystem) {
  // Its own, for all steps: what a desk opens by itself is closed after each.
  const db = openDatabase({ memory: true });
  const { jo, priya, ana, ...desk } = await openStaffedDesk({ db });
  const { deps, clock } = desk;
  const systems = createSystems(TEST_KEYS, SYSTEM_MODULES);
  const id = uuidv7(clock.now(), deps.random);
  const { kind, name, url, realm, clientId, secret } = real;
  const stored = (given: string | null) => ({
    name,
    url,
    realm,
    client_id: clientId,
    sealed_secret: given === null ? null : sealSystemSecret(deps, { id, url }, given),
    secret_expires_on: null,
  });
  await deps.db.transaction((tx) =>
    insertSystem(tx, deps.keys, { id, kind, ...stored(secret), now: clock.now() }),
  );
  await deps.db.transaction((tx) =>
    insertSystemLink(tx, TEST_KEYS, {
      id: uuidv7(clock.now(), deps.random),
      user_id: jo.userId,
      system_id: id,
      external_id: real.externalId,
      external_name: real.username,
      how: 'administrator',
      linked_by: null,
      linked_at: clock.now(),
    }),
  );
  const row = async (): Promise<StoredSystem> => {
    const system = await systemById(deps.db.kysely, id);
    if (!system) throw new Error('The system is gone.');
    return system;
  };
  return {
    close: () => db.close(),
    effects: createEffects({ ...deps, systems }),
    kind: systems.kindOf(kind),
    /** As it is connected, or by another secret. */
    async access(another?: string) {
      const system = await row();
      const given = another === undefined ? system : { ...system, ...stored(another) };
      return systems.accessTo(given, { now: clock.now() });
    },
    /** A request with its evidence, approved. */
    async executing(): Promise<string> {
      const { id: request, code } = await desk.ask(jo, { reason: 'broken' });
      await desk.check(request, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
      await desk.check(request, priya, { kind: 'in_person', outcome: 'pass' });
      await desk.check(request, priya, { kind: 'call_back', outcome: 'pass' });
      await desk.approve(request, ana);
      return request;
    },
    async stand(request: string) {
      const { state, targets } = await desk.view(request, ana);
      const there = targets.find(({ systemId }) => systemId === id);
      return { state, there: there?.state, sentence: there?.sentence ?? null, system: there?.system };
    },
    retry: (request: string) => desk.resets.retry({ id: request, actor: ana, now: clock.now(), voice }),
  };
}
