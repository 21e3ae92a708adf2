import type Provider from 'oidc-provider';
import type { OutputOf } from '../../../contract/operations.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Origin } from '../../context.ts';
import { unseal } from '../../crypto/seal.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { publicUrlOf } from '../../domain/settings/effective.ts';
import { attestorContext, ATTESTORS } from '../../domain/systems/attestor.ts';
import { refuse } from '../../refusal.ts';
import { rfc3339 } from '../../time.ts';
import { ATTESTOR_ID, storedAttestor } from './attestorStore.ts';
import type { StoredAttestor } from './attestorStore.ts';
import { createAttestorChanges } from './changes.ts';
import { personMeant } from './person.ts';
import { createProvider } from './provider.ts';
import type { Answered } from './provider.ts';
import { saidOfThem } from './claims.ts';
import { createAttestorSettings } from './settings.ts';
import type { Tally } from './settings.ts';

/** What resets have to offer: the evidence, and who decides by it. */
export interface Questions {
  arrive(question: {
    flow: string;
    pushed: string;
    subject: string;
    system: string;
    person: () => Promise<string | null>;
    origin: Origin;
    now: number;
  }): Promise<{ id: string; answer: 'verified' | 'failed' | null } | undefined>;
  look(question: {
    flow: string;
    now: number;
  }): Promise<{ code: string; endsAt: number; isOver: boolean } | undefined>;
  answered(id: string): Promise<Answered | undefined>;
  tally(now: number): Promise<Tally>;
}

export type AttestorService = ReturnType<typeof createAttestorService>;

/** A browser that came from who asks: what it came with. */
export interface Arrival {
  uid: string;
  pushed: string;
  hint: string | null;
  /** As JSON, which was judged as it was pushed. */
  claims: string | undefined;
  origin: Origin;
  now: number;
}

/** Answers another system whether somebody is who they say; the evidence and the decision are a reset request's. */
export function createAttestorService(deps: Deps, questions: Questions) {
  const changes = createAttestorChanges(deps);
  let made: { of: string; provider: Promise<Provider> } | undefined;

  const publicUrl = async () =>
    publicUrlOf(deps.config, await readSettings(deps.db.kysely)).replace(/\/+$/, '');

  /** Undefined where nobody is answered, or what is on record was altered in the database. */
  async function inForce(): Promise<StoredAttestor | undefined> {
    const row = await storedAttestor(deps.db.kysely);
    return row && ATTESTORS.isAsWritten(deps.keys, row) ? row : undefined;
  }

  return {
    settings: createAttestorSettings(deps, { changes, tally: questions.tally }),
    changeKinds: Object.values(changes),
    publicUrl,

    /** Made anew where it, or the public address, was changed. */
    async provider(): Promise<Provider | undefined> {
      const row = await inForce();
      if (!row) return undefined;
      const issuer = await publicUrl();
      const of = JSON.stringify([issuer, row.version, row.changed_at]);
      if (made?.of !== of) {
        const open = (what: 'secret' | 'key', value: string) =>
          unseal(deps.keys, attestorContext(what, ATTESTOR_ID), value);
        const client = {
          id: row.client_id,
          secret: open('secret', row.sealed_secret),
          redirectUri: row.redirect_uri,
          key: JSON.parse(open('key', row.sealed_key)) as object,
        };
        made = { of, provider: createProvider(deps, { issuer, client, answered: questions.answered }) };
      }
      return made.provider;
    },

    clientId: async () => (await inForce())?.client_id,

    /** Where its question stands, which is asked now where it wasn't yet. Undefined where this browser has none. */
    async arrive({ uid, pushed, hint, claims, origin, now }: Arrival) {
      const row = await inForce();
      if (!row) return undefined;
      const said = claims === undefined ? null : saidOfThem(JSON.parse(claims));
      return questions.arrive({
        flow: uid,
        pushed,
        subject: hint ?? said?.email ?? uid,
        system: row.name,
        person: () => personMeant(deps.db.kysely, deps, { hint, said, now }),
        origin,
        now,
      });
    },

    /** The page that waits. */
    async look({ token, now }: { token: string; now: number }): Promise<OutputOf<'identityChecks.look'>> {
      const row = await inForce();
      const found = row && (await questions.look({ flow: token, now }));
      if (!row || !found)
        throw refuse('invalid_token', { detail: sentence('answers/systems', 'identityCheckOver') });
      const { organisation, helpDeskPhone, helpDeskHours } = await readSettings(deps.db.kysely);
      return {
        organisation,
        system: row.name,
        code: found.code,
        endsAt: rfc3339(found.endsAt),
        isOver: found.isOver,
        helpDesk: { phone: helpDeskPhone, hours: helpDeskHours },
      };
    },
  };
}
