import { sentence } from '../../../contract/words/sentence.ts';
import { DAY } from '../../time.ts';
import type { Finding } from './kind.ts';

/** From then on a test, the list and mails speak of it. */
const SECRET_WATCHED = 30 * DAY;

/** What there is to say of a secret's end (UTC ms); nothing while it is far, or nobody knows it. */
export function secretEndFinding(
  { name }: { name: string },
  { endsAt, now }: { endsAt: number | null; now: number },
): Finding[] {
  if (endsAt === null || endsAt > now + SECRET_WATCHED) return [];
  const day = { at: endsAt, as: 'date', zone: 'UTC' } as const;
  return endsAt <= now
    ? [
        {
          code: 'secret_ended',
          weight: 'wrong',
          sentence: sentence('answers/systems', 'secretEnded', { name, day }),
        },
      ]
    : [
        {
          code: 'secret_ends',
          weight: 'warning',
          sentence: sentence('answers/systems', 'secretEnds', { name, day }),
        },
      ];
}
