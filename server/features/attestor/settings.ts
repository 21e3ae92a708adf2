import { ATTESTOR_PATHS } from '../../../contract/attestor.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { AttestorSettings } from '../../../contract/operations/attestor.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import type { Proposal } from '../../domain/pendingChanges/propose.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { publicUrlOf } from '../../domain/settings/effective.ts';
import { ATTESTORS } from '../../domain/systems/attestor.ts';
import { refuse } from '../../refusal.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import { storedAttestor } from './attestorStore.ts';
import { requireAttestor } from './changes.ts';
import type { createAttestorChanges } from './changes.ts';

/** How its questions ended, and when the last one came (UTC ms). */
export interface Tally {
  lastAt: number | null;
  verified: number;
  failed: number;
  waiting: number;
}

export interface Acting extends Reading {
  actor: Actor;
}

interface Needs {
  changes: ReturnType<typeof createAttestorChanges>;
  tally: (now: number) => Promise<Tally>;
}

/** Settings > Identity checks: by administrators, with a step-up; what changes who is answered waits for a second person. */
export function createAttestorSettings(deps: Deps, { changes, tally }: Needs) {
  const { db } = deps;

  async function read(now: number): Promise<AttestorSettings> {
    const row = await storedAttestor(db.kysely);
    const told = row && (await tally(now));
    const base = publicUrlOf(deps.config, await readSettings(db.kysely)).replace(/\/+$/, '');
    const { par, authorize, token, keys } = ATTESTOR_PATHS;
    return {
      attestor:
        row && told
          ? {
              name: row.name,
              clientId: row.client_id,
              redirectUri: row.redirect_uri,
              changedAt: rfc3339(row.changed_at),
              questions: { ...told, lastAt: rfc3339OrNull(told.lastAt) },
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

  async function answer(
    proposal: Proposal,
    { now, voice }: Reading,
  ): Promise<OutputOf<'settings.attestor.save'>> {
    deps.events.publish({ kind: 'pending_changes' });
    if (proposal.kept) return keptAs(voice, proposal.kept);
    for (const event of proposal.events) deps.events.publish(event);
    return read(now);
  }

  return {
    read,

    async save(
      { name, clientId, clientSecret, redirectUri }: InputOf<'settings.attestor.save'>,
      { actor, ...reading }: Acting,
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
        return propose(tx, deps, changes.save, { input, actor, now: reading.now });
      });
      return answer(proposal, reading);
    },

    async remove({ actor, ...reading }: Acting): Promise<OutputOf<'settings.attestor.remove'>> {
      const proposal = await db.transaction(async (tx) => {
        const { version } = await requireAttestor(tx);
        return propose(tx, deps, changes.remove, { input: { version }, actor, now: reading.now });
      });
      return answer(proposal, reading);
    },
  };
}
