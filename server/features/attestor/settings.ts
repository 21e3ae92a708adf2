import { ATTESTOR_PATHS } from '../../../contract/attestor.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { AttestorSettings } from '../../../contract/operations/attestor.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { publicUrlOf } from '../../domain/settings/effective.ts';
import { ATTESTORS } from '../../domain/systems/attestor.ts';
import { refuse } from '../../refusal.ts';
import { rfc3339 } from '../../time.ts';
import { removeAttestor, storedAttestor } from './attestorStore.ts';
import { SAVED } from './changes.ts';
import type { createAttestorKind } from './changes.ts';

/** Settings > Connected systems > who is answered: by administrators, with a step-up; switching it off acts at once. */
export function createAttestorSettings(deps: Deps, kind: ReturnType<typeof createAttestorKind>) {
  const { db } = deps;

  async function read(): Promise<AttestorSettings> {
    const row = await storedAttestor(db.kysely);
    const base = publicUrlOf(deps.config, await readSettings(db.kysely)).replace(/\/+$/, '');
    const { par, authorize, token, keys } = ATTESTOR_PATHS;
    return {
      attestor: row
        ? {
            name: row.name,
            clientId: row.client_id,
            redirectUri: row.redirect_uri,
            changedAt: rfc3339(row.changed_at),
          }
        : null,
      addresses: {
        issuer: base,
        par: base + par,
        authorize: base + authorize,
        token: base + token,
        jwks: base + keys,
      },
    };
  }

  return {
    read,

    async save(
      { name, clientId, clientSecret, redirectUri }: InputOf<'settings.attestor.save'>,
      { actor, now, voice }: Reading & { actor: Actor },
    ): Promise<OutputOf<'settings.attestor.save'>> {
      const secret = clientSecret === undefined ? {} : { clientSecret };
      const proposal = await db.transaction(async (tx) => {
        const row = await storedAttestor(tx);
        // SECURITY: of one that was altered in the database nothing is kept (S-120), nor does an old secret go with another address.
        const isKept =
          row !== undefined && ATTESTORS.isAsWritten(deps.keys, row) && row.redirect_uri === redirectUri;
        if (clientSecret === undefined && !isKept) {
          const detail = sentence('answers/systems', 'attestorSecret');
          throw refuse('invalid_input', { detail, fields: { clientSecret: detail } });
        }
        const names = { name: name.trim(), clientId: clientId.trim(), redirectUri };
        const input = { ...names, ...secret, version: row?.version ?? 0 };
        return propose(tx, deps, kind, { input, actor, now });
      });
      deps.events.publish({ kind: 'pending_changes' });
      if (proposal.kept) return keptAs(voice, proposal.kept);
      for (const event of proposal.events) deps.events.publish(event);
      return read();
    },

    async remove({
      actor,
      now,
    }: {
      actor: Actor;
      now: number;
    }): Promise<OutputOf<'settings.attestor.remove'>> {
      await db.transaction(async (tx) => {
        const row = await storedAttestor(tx);
        if (!row || !(await removeAttestor(tx)))
          throw refuse('not_found', { detail: sentence('answers/systems', 'noAttestor') });
        const by = actorPerson(actor);
        const data = { system: row.name, url: row.redirect_uri };
        await appendAudit(tx, deps, { at: now, action: 'attestor.removed', actor: by, target: null, data });
        const params = { by: by.name, system: row.name };
        const to = 'administrators_and_officers';
        await mailStaff(tx, deps, { to, kind: 'attestor_removed', at: now, params });
      });
      for (const event of SAVED) deps.events.publish(event);
      return read();
    },
  };
}
