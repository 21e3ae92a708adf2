import Type from 'typebox';
import { Value } from 'typebox/value';
import { searchKey } from '../../db/dialects.ts';

const Text = Type.Object({ value: Type.String({ minLength: 1, maxLength: 300 }) });
const Said = Type.Object({
  given_name: Text,
  family_name: Text,
  middle_name: Type.Optional(Text),
  email: Type.Optional(Text),
});
const Verified = Type.Object({
  verification: Type.Object({ trust_framework: Type.Object({ value: Type.Literal('IDV-DELEGATED') }) }),
  claims: Said,
});
/** What is asked of an identity check (OpenID Connect for Identity Assurance 1.0, and what Okta says of it). */
const Asked = Type.Object({
  id_token: Type.Object({ verified_claims: Type.Array(Verified, { minItems: 1, maxItems: 1 }) }),
});

/** Whom the other system means. */
export type SaidOfThem = { givenName: string; familyName: string; middleName?: string; email?: string };

/** Of the request's `claims`; null where it asks for something else. */
export function saidOfThem(claims: unknown): SaidOfThem | null {
  if (!Value.Check(Asked, claims)) return null;
  const [verified] = claims.id_token.verified_claims;
  if (!verified) return null;
  const { given_name, family_name, middle_name, email } = verified.claims;
  return {
    givenName: given_name.value,
    familyName: family_name.value,
    ...(middle_name && { middleName: middle_name.value }),
    ...(email && { email: email.value }),
  };
}

const wordsOf = (name: string) =>
  new Set(
    searchKey(name)
      .split(/[\s,]+/)
      .filter((word) => word !== ''),
  );

/** Whether a name here is the one that was said, in whatever order, with or without what stands between. */
export function isNamed(name: string, { givenName, familyName, middleName = '' }: SaidOfThem): boolean {
  const here = wordsOf(name);
  const least = wordsOf(`${givenName} ${familyName}`);
  const most = wordsOf(`${givenName} ${middleName} ${familyName}`);
  return (
    least.size > 0 && [...least].every((word) => here.has(word)) && [...here].every((word) => most.has(word))
  );
}

const fuzzy = <T>(value: T) => ({ fuzzy: true, value });

/**
 * The answer, as Okta wants it: names are said to match, or not, and nothing of a person is told.
 *
 * @param at UTC ms
 * @param id by which the answer is found in the audit log here
 */
export function verifiedClaims({
  answer,
  at,
  id,
}: {
  answer: 'verified' | 'failed';
  at: number;
  id: string;
}) {
  const isVerified = answer === 'verified';
  const name = fuzzy(isVerified ? 'MATCHED' : null);
  return [
    {
      verification: {
        trust_framework: 'IDV-DELEGATED',
        assurance_level: isVerified ? 'VERIFIED' : 'FAILED',
        time: new Date(at).toISOString(),
        verification_process: id,
      },
      claims: { given_name: name, family_name: name },
    },
  ];
}
