import { Buffer } from 'node:buffer';
import Type from 'typebox';
import type { FactorKind } from '../../../../contract/systems.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../domain/systems/fetch.ts';
import type { Access, Finding, SystemFactor, SystemKind } from '../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../domain/systems/moment.ts';
import { secretEndFinding } from '../../../domain/systems/secretEnd.ts';

const Text = Type.String({ maxLength: 500 });
const Factors = Type.Array(
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: 1000 }),
    type: Text,
    name: Type.Optional(Type.Union([Text, Type.Null()])),
  }),
  { maxItems: 200 },
);
const Status = Type.Object({ status: Type.Literal('ok') });

const KINDS: Record<string, FactorKind> = { totp: 'app', u2f: 'passkey', webauthn: 'passkey' };

/** Nobody is called so: it is asked for without a password to see whether anybody may ask. */
const NOBODY = 'gatehouse-asks-whether-anybody-may-ask';

/** LemonLDAP::NG by its manager's REST API, which the operator's web server guards (docs/systems/lemonldap.md). */
export const lemonldap: SystemKind = {
  kind: 'lemonldap',
  abilities: {
    namesFactors: true,
    disablesFactors: false,
    holdsAccount: false,
    endsSessions: 'none',
    log: 'snapshots',
  },

  async test(access) {
    const { name, now, secretExpiresOn } = access;
    (await ask(access, { path: ['api', 'v1', 'status'] })).read(Status);
    await listed(access, NOBODY);
    const isOpen = await isOpenToAnybody(access);
    const open: Finding = {
      code: 'open_to_anybody',
      weight: 'warning',
      sentence: sentence('answers/systems', 'openToAnybody', { name }),
    };
    const findings = [
      ...(isOpen ? [open] : []),
      {
        code: 'no_log',
        weight: 'warning',
        sentence: sentence('answers/systems', 'noLogAtAll', { name }),
      } satisfies Finding,
      ...secretEndFinding(access, { endsAt: secretExpiresOn, now }),
    ];
    if (findings.some(({ weight }) => weight === 'wrong')) return findings;
    return [
      { code: 'ok', weight: 'good', sentence: sentence('answers/systems', 'allWell', { name }) },
      ...findings,
    ];
  },

  /** It answers for anybody: that somebody is there, only a factor of theirs tells. */
  async findAccounts(access, { username }) {
    if ((await listed(access, username)).length === 0) return [];
    return [{ externalId: username, username, email: null, emailVerified: false, enabled: true }];
  },

  async factorsOf(access, externalId) {
    return (await listed(access, externalId)).map(({ id, type, name }): SystemFactor => ({
      id,
      kind: KINDS[type.toLowerCase()] ?? 'other',
      name: name || null,
      createdAt: madeAt(id),
      lastUsedAt: null,
      stopped: false,
    }));
  },

  async removeFactor(access, externalId, factorId) {
    if (!factorId.includes('/')) {
      const path = [...pathOf(access, externalId), 'id', factorId];
      await ask(access, { method: 'DELETE', path, accept: [404] });
      return;
    }
    // Its router takes a slash of an id apart, however it is written, and then says that there is none such.
    const factors = await listed(access, externalId);
    const named = factors.find(({ id }) => id === factorId);
    if (!named) return;
    if (factors.some(({ id, type }) => id !== factorId && isSame(type, named.type))) {
      const words = sentence('answers/systems', 'cannotName', { name: access.name });
      throw new SystemFailure('refused', words);
    }
    const path = [...pathOf(access, externalId), 'type', named.type];
    await ask(access, { method: 'DELETE', path, accept: [404] });
  },
};

async function listed(access: Access, uid: string) {
  return (await ask(access, { path: pathOf(access, uid) })).read(Factors);
}

/** Of a name with a slash its router finds nobody, and answers that they have no factor. */
function pathOf({ name }: Access, uid: string): string[] {
  if (!uid.includes('/')) return ['api', 'v1', 'secondFactor', uid];
  throw new SystemFailure('refused', sentence('answers/systems', 'cannotName', { name }));
}

function ask({ fetch, clientId, secret }: Access, request: SystemRequest): Promise<SystemAnswer> {
  if (clientId === null || secret === null) return fetch(request);
  const basic = Buffer.from(`${clientId}:${secret}`).toString('base64');
  return fetch({ ...request, headers: { authorization: `Basic ${basic}` } });
}

async function isOpenToAnybody({ fetch }: Access): Promise<boolean> {
  try {
    await fetch({ path: ['api', 'v1', 'secondFactor', NOBODY] });
    return true;
  } catch (error) {
    if (error instanceof SystemFailure && error.code === 'not_allowed') return false;
    throw error;
  }
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** An id is base64 of `epoch::TYPE::name`. */
function madeAt(id: string): number | null {
  const epoch = /^(\d{1,11})::/.exec(Buffer.from(id, 'base64').toString('utf8'))?.[1];
  return plausibleMoment(Number(epoch) * 1000);
}
