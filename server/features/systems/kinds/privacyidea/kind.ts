import Type from 'typebox';
import type { FactorKind } from '../../../../../contract/systems.ts';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer } from '../../../../domain/systems/fetch.ts';
import type { Access, Finding, SystemFactor, SystemKind } from '../../../../domain/systems/kind.ts';
import { plausibleMoment } from '../../../../domain/systems/moment.ts';
import { secretEndFinding } from '../../../../domain/systems/secretEnd.ts';
import { readPrivacyIdeaLog } from './log.ts';
import { Answer, ask, realmOf, signedIn, Text, USES } from './session.ts';

const Users = Answer(
  Type.Array(Type.Object({ username: Text, email: Type.Optional(Text) }), { maxItems: 1000 }),
);
const Tokens = Answer(
  Type.Object({
    next: Type.Union([Type.Integer(), Type.Null()]),
    tokens: Type.Array(
      Type.Object({
        serial: Type.String({ minLength: 1, maxLength: 100 }),
        tokentype: Text,
        active: Type.Boolean(),
        revoked: Type.Boolean(),
        description: Type.Union([Text, Type.Null()]),
        username: Text,
        user_realm: Text,
        info: Type.Object({ creation_date: Type.Optional(Text), last_auth: Type.Optional(Text) }),
      }),
      { maxItems: 1000 },
    ),
  }),
);
const Problem = Type.Object({ result: Type.Object({ error: Type.Object({ code: Type.Integer() }) }) });

const NO_SUCH_TOKEN = 601;
const NO_SUCH_USER = 904;
const PAGE = '100';
const MOST_PAGES = 20;

const KINDS: Record<string, FactorKind> = {
  totp: 'app',
  hotp: 'app',
  webauthn: 'passkey',
  passkey: 'passkey',
  u2f: 'passkey',
  sms: 'sms',
  email: 'mail',
  push: 'push',
  tan: 'recovery_codes',
  paper: 'recovery_codes',
};

const NEEDED = Object.keys(USES) as (keyof typeof USES)[];
const WELCOME = ['disable'];
/** More are counted, not named. */
const NAMED = 6;

/** privacyIDEA as an administrator of its own (docs/systems/privacyidea.md). An account is its username in the realm. */
export const privacyidea: SystemKind = {
  kind: 'privacyidea',
  abilities: {
    namesFactors: true,
    disablesFactors: true,
    holdsAccount: false,
    endsSessions: 'none',
    log: 'own',
  },

  async test(access) {
    const { name, now, secretExpiresOn } = access;
    const { rights } = await signedIn(access);
    const missing = NEEDED.filter((right) => !rights.includes(right));
    const tooMany = rights.filter((right) => !(right in USES) && !WELCOME.includes(right));
    const findings: Finding[] = missing.map((right) => ({
      code: `missing_${right}`,
      weight: 'wrong',
      sentence: sentence('answers/systems', 'missingPolicy', {
        name,
        right,
        use: sentence('answers/systems', USES[right]),
      }),
    }));
    if (tooMany.length > 0) findings.push(tooManyFinding(name, tooMany));
    if (missing.length === 0 && !(await listsAnything(access))) {
      const words = sentence('answers/systems', 'nothingListed', { name, realm: realmOf(access) });
      findings.push({ code: 'nothing_listed', weight: 'warning', sentence: words });
    }
    findings.push(...secretEndFinding(access, { endsAt: secretExpiresOn, now }));
    if (findings.some(({ weight }) => weight === 'wrong')) return findings;
    return [
      { code: 'ok', weight: 'good', sentence: sentence('answers/systems', 'allWell', { name }) },
      ...findings,
    ];
  },

  async findAccounts(access, { username }) {
    const answer = await ask(access, 'userlist', {
      path: ['user'],
      isFolder: true,
      query: { username, realm: realmOf(access) },
    });
    // It reads `*` as anything: what was asked for is looked for here.
    return answer
      .read(Users)
      .result.value.filter((user) => user.username === username)
      .map((user) => ({
        externalId: user.username,
        username: user.username,
        email: user.email || null,
        // Nobody proved it there.
        emailVerified: false,
        enabled: true,
      }));
  },

  async factorsOf(access, externalId) {
    const realm = realmOf(access);
    const factors: SystemFactor[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { user: externalId, realm, page: String(page), pagesize: PAGE };
      const answer = await ask(access, 'tokenlist', {
        path: ['token'],
        isFolder: true,
        query,
        accept: [400],
      });
      if (answer.status === 400) throw refusal(access, answer);
      const { tokens, next } = answer.read(Tokens).result.value;
      const own = tokens.filter(
        ({ username, user_realm }) => username === externalId && user_realm === realm,
      );
      factors.push(
        ...own.map(({ serial, tokentype, description, active, revoked, info }) => ({
          id: serial,
          kind: KINDS[tokentype] ?? ('other' as const),
          name: description || null,
          createdAt: momentOf(info.creation_date),
          lastUsedAt: momentOf(info.last_auth),
          stopped: !active || revoked,
        })),
      );
      if (next === null) return factors;
    }
    throw new SystemFailure('too_large', sentence('answers/systems', 'tooLarge', { name: access.name }));
  },

  readLog: readPrivacyIdeaLog,

  async removeFactor(access, _externalId, factorId) {
    const answer = await ask(access, 'delete', {
      method: 'DELETE',
      path: ['token', factorId],
      accept: [404],
    });
    if (answer.status === 404 && answer.read(Problem).result.error.code !== NO_SUCH_TOKEN)
      throw refusal(access, answer);
  },
};

async function listsAnything(access: Access): Promise<boolean> {
  const query = { realm: realmOf(access), pagesize: '1' };
  const answer = await ask(access, 'tokenlist', { path: ['token'], isFolder: true, query });
  return answer.read(Tokens).result.value.tokens.length > 0;
}

function tooManyFinding(name: string, rights: readonly string[]): Finding {
  const named = { each: rights.slice(0, NAMED), by: 'and' } as const;
  const others = Math.max(rights.length - NAMED, 0);
  return {
    code: 'too_many_rights',
    weight: 'warning',
    sentence: sentence('answers/systems', 'tooManyPolicies', { name, rights: named, others }),
  };
}

function refusal({ name }: Access, answer: SystemAnswer): SystemFailure {
  const { status } = answer;
  const isGone = answer.read(Problem).result.error.code === NO_SUCH_USER;
  const words = isGone
    ? sentence('answers/systems', 'accountGone', { name })
    : sentence('answers/systems', 'answersStatus', { name, status: String(status) });
  return new SystemFailure('refused', words, { status });
}

function momentOf(text: string | undefined): number | null {
  return plausibleMoment(Date.parse(text ?? ''));
}
