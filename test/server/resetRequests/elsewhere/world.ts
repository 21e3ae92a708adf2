import type { SystemKindName } from '../../../../contract/systems.ts';
import { uuidv7 } from '../../../../server/crypto/random.ts';
import type { Db } from '../../../../server/db/connection.ts';
import { createSystems } from '../../../../server/domain/systems/access.ts';
import { guardsOf, saveGuard } from '../../../../server/domain/systems/guardStore.ts';
import { insertSystemLink } from '../../../../server/domain/systems/linkStore.ts';
import { sealSystemSecret } from '../../../../server/domain/systems/secret.ts';
import { insertSystem } from '../../../../server/domain/systems/store.ts';
import { createEffects } from '../../../../server/features/resetRequests/elsewhere/work.ts';
import { SYSTEM_MODULES } from '../../../../server/features/systems/kinds/index.ts';
import { TEST_KEYS } from '../../../support/schemaImage.ts';
import { voice } from '../../voice.ts';
import { openStaffedDesk } from '../desk.ts';
import type { Actor, Desk } from '../desk.ts';
import { startKeycloakLike } from './keycloakLike.ts';

/** How long a system may take to answer here: tests that let one be late wait for it, and a busy machine doesn't make others late. */
const LONGEST_MS = 2000;

/** Connects a system at that address; answers its id. */
export async function connect(
  { deps, clock }: Pick<Desk, 'deps' | 'clock'>,
  name: string,
  url: string,
  kind: SystemKindName = 'keycloak',
): Promise<string> {
  const id = uuidv7(clock.now(), deps.random);
  const fields = {
    name,
    url,
    realm: 'staff',
    client_id: 'gatehouse',
    sealed_secret: sealSystemSecret(deps, { id, url }, 'secret'),
    secret_expires_on: null,
  };
  await deps.db.transaction((tx) => insertSystem(tx, deps.keys, { id, kind, ...fields, now: clock.now() }));
  return id;
}

export async function link(
  { deps, clock }: Pick<Desk, 'deps' | 'clock'>,
  { userId }: Pick<Actor, 'userId'>,
  systemId: string,
): Promise<void> {
  const row = {
    id: uuidv7(clock.now(), deps.random),
    user_id: userId,
    system_id: systemId,
    external_id: 'f-jo',
    external_name: 'jo',
    how: 'administrator' as const,
    linked_by: null,
    linked_at: clock.now(),
  };
  await deps.db.transaction((tx) => insertSystemLink(tx, deps.keys, row));
}

/** A desk whose Jo has an account in a little Keycloak, too, and what carries out there. */
export async function openWorld(db?: Db) {
  const { jo, priya, ana, omar, ...desk } = await openStaffedDesk(db ? { db } : {});
  const keycloak = await startKeycloakLike();
  keycloak.now = () => desk.clock.now();
  const systemId = await connect(desk, 'Keycloak', keycloak.server.url);
  await link(desk, jo, systemId);
  /** What a server of its own does; on another connection to the database where one is given. */
  const serverOn = (other: Db) =>
    createEffects({
      ...desk.deps,
      db: other,
      systems: createSystems(TEST_KEYS, SYSTEM_MODULES, { longestMs: LONGEST_MS }),
    });
  const effects = serverOn(desk.deps.db);

  /** A request of which the evidence suffices. */
  async function verified(): Promise<string> {
    const { id, code } = await desk.ask(jo, { reason: 'broken' });
    await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
    await desk.check(id, priya, { kind: 'call_back', outcome: 'pass' });
    return id;
  }
  async function executing(): Promise<string> {
    const id = await verified();
    await desk.approve(id, ana);
    return id;
  }
  /** Where a request stands: its state, and what became of it in Keycloak. */
  async function stand(id: string) {
    const { state, targets } = await desk.view(id, ana);
    const there = targets.find((target) => target.systemId === systemId);
    return { state, there: there?.state, sentence: there?.sentence ?? null, system: there?.system };
  }
  const retry = (id: string, actor = ana) => desk.resets.retry({ id, actor, now: desk.clock.now(), voice });
  const held = async ({ userId }: Actor) => {
    const rows = desk.deps.db.kysely.selectFrom('authenticators').select('id').where('user_id', '=', userId);
    return (await rows.execute()).length;
  };
  const { kysely } = desk.deps.db;
  /** Whether Jo has MFA in Keycloak was read, for lists and figures. */
  async function counted(): Promise<void> {
    const {
      id: link_id,
      user_id,
      system_id,
    } = await kysely.selectFrom('system_links').selectAll().executeTakeFirstOrThrow();
    await saveGuard(kysely, { link_id, user_id, system_id, guarded: 1, read_at: desk.clock.now() });
  }
  /** How many accounts of Jo's that is known of. */
  const counts = async () => (await guardsOf(kysely, [jo.userId])).length;
  return {
    desk,
    counted,
    counts,
    jo,
    priya,
    ana,
    omar,
    keycloak,
    systemId,
    effects,
    serverOn,
    verified,
    executing,
    stand,
    retry,
    held,
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
