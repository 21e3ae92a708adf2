import { generateKeyPairSync } from 'node:crypto';
import type { LiveEvent } from '../../../contract/events.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { seal } from '../../crypto/seal.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { ChangeKind, TakingEffect } from '../../domain/pendingChanges/kinds.ts';
import { attestorContext, ATTESTORS } from '../../domain/systems/attestor.ts';
import { refuse } from '../../refusal.ts';
import { ATTESTOR_ID, removeAttestor, saveAttestor, storedAttestor } from './attestorStore.ts';
import type { StoredAttestor } from './attestorStore.ts';

/** Who is to be answered; a secret that isn't given is kept. */
export interface NewAttestor {
  name: string;
  clientId: string;
  clientSecret?: string;
  redirectUri: string;
  /** Of what it replaces; 0 where there was none. */
  version: number;
}

const SAVED: LiveEvent[] = [{ kind: 'organisation' }];

/** Whoever is answered lets people in by it, and whoever isn't may do so unasked: both wait for a second person (S-114). */
export function createAttestorChanges(deps: Pick<Deps, 'keys' | 'random' | 'config'>) {
  const sealed = (what: 'secret' | 'key', value: string) =>
    seal(deps.keys, deps.random, attestorContext(what, ATTESTOR_ID), value);
  const save: ChangeKind<NewAttestor> = {
    name: 'attestor.saved',
    permission: 'settings.write',
    about: () => ATTESTOR_ID,
    describe: (_reader, { name, clientId, clientSecret, redirectUri }) =>
      Promise.resolve({
        summary: sentence('changes', 'saveAttestor', {
          name,
          client: clientId,
          url: redirectUri,
          secret: clientSecret === undefined ? 'same' : 'other',
        }),
        touches: [],
      }),
    async apply(tx, { name, clientId, clientSecret, redirectUri, version }, how) {
      const stored = await storedAttestor(tx);
      // SECURITY: somebody may have altered it in the database while this waited: nothing of that is kept, nor does an old secret go with
      // another address (S-120).
      const isKept =
        stored && ATTESTORS.isAsWritten(deps.keys, stored) && stored.redirect_uri === redirectUri;
      const before = isKept ? stored : undefined;
      const sealed_secret =
        clientSecret === undefined ? before?.sealed_secret : sealed('secret', clientSecret);
      // Another secret is another beginning: what the old key signed says nothing any more.
      const sealed_key = clientSecret === undefined ? before?.sealed_key : sealed('key', newKey());
      const names = { name, client_id: clientId, redirect_uri: redirectUri, changed_at: how.now };
      const isSaved =
        sealed_secret !== undefined &&
        sealed_key !== undefined &&
        (await saveAttestor(tx, deps.keys, version, { ...names, sealed_secret, sealed_key }));
      if (!isSaved) throw changedMeanwhile();
      const secret = clientSecret === undefined ? 'the same' : 'another one';
      await tell(tx, deps, how, { name, redirectUri, data: { clientId, secret } });
      return SAVED;
    },
  };

  const remove: ChangeKind<{ version: number }> = {
    name: 'attestor.removed',
    permission: 'settings.write',
    about: () => `remove ${ATTESTOR_ID}`,
    async describe(reader) {
      const { name, redirect_uri: url } = await requireAttestor(reader);
      return { summary: sentence('changes', 'removeAttestor', { name, url }), touches: [] };
    },
    async apply(tx, { version }, { by, agreedBy, now }) {
      const { name, redirect_uri: url } = await requireAttestor(tx);
      if (!(await removeAttestor(tx, version))) throw changedMeanwhile();
      const data = { system: name, url, ...(agreedBy ? { agreedBy: agreedBy.name } : {}) };
      const actor = { id: by.id, name: by.name };
      await appendAudit(tx, deps, { at: now, action: 'attestor.removed', actor, target: null, data });
      const params = { by: by.name, system: name };
      const to = 'administrators_and_officers';
      await mailStaff(tx, deps, { to, kind: 'attestor_removed', at: now, params });
      return SAVED;
    },
  };
  return { save, remove };
}

/** However it stands in the database: what was altered there may go. Refuses with `not_found`. */
export async function requireAttestor(reader: Reader): Promise<StoredAttestor> {
  const row = await storedAttestor(reader);
  if (!row) throw refuse('not_found', { detail: sentence('answers/systems', 'noAttestor') });
  return row;
}

const changedMeanwhile = () =>
  refuse('stale_version', { detail: sentence('answers/systems', 'attestorChanged') });

const newKey = () =>
  JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }));

async function tell(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { by, agreedBy, now }: TakingEffect,
  { name, redirectUri, data }: { name: string; redirectUri: string; data: Record<string, unknown> },
): Promise<void> {
  await appendAudit(tx, deps, {
    at: now,
    action: 'attestor.saved',
    actor: { id: by.id, name: by.name },
    target: null,
    data: { system: name, url: redirectUri, ...data, ...(agreedBy ? { agreedBy: agreedBy.name } : {}) },
  });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'attestor_saved',
    at: now,
    params: { by: by.name, system: name, url: redirectUri },
  });
}
