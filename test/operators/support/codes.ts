import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import type { Organisation } from '../../bench/support/organisation.ts';
import { callServer } from '../../support/httpClient.ts';
import { atPace } from './pace.ts';
import type { Pace } from './pace.ts';

type Asked = Awaited<ReturnType<Organisation['challenges']>>[number];

/** Clients that end sign-ins by codes, and a book of which codes were taken. */
export interface CodeBook extends Pace {
  /** Of each person by id, how many of their codes were taken. */
  taken: ReadonlyMap<string, number>;
  /** Of each person by id, how many were sent at all. */
  sent: ReadonlyMap<string, number>;
  /** Answers that say that a code is wrong, though none was. */
  refused: readonly string[];
  /** Sends codes again that were taken and haven't run out; answers how many were sent and how many of them were taken once more. */
  sendAgain(): Promise<{ sent: number; takenTwice: number }>;
}

/** @param open challenges, each for one sign-in; all servers are asked in turn */
export function checkCodes(addresses: () => string[], organisation: Organisation, open: Asked[]): CodeBook {
  const taken = new Map<string, number>();
  const sent = new Map<string, number>();
  const spent = new Map<string, number>();
  const refused: string[] = [];
  let turn = 0;
  const next = () => {
    const all = addresses();
    return all[(turn += 1) % all.length] ?? '';
  };
  const count = (of: Map<string, number>, id: string) => of.set(id, (of.get(id) ?? 0) + 1);

  async function one(): Promise<boolean> {
    const asked = open.pop();
    if (!asked) throw new Error('No challenge is left.');
    const { challenge, person } = asked;
    // Of this very step: it hasn't run out when a new leader is there.
    person.step = Math.max(person.step, timeStep(Date.now()) - 1);
    const code = organisation.codeOf(person);
    const { step } = person;
    count(sent, person.id);
    try {
      const { status } = await callServer(next(), 'signIn.verify', { challenge, code });
      if (status === 200) {
        count(taken, person.id);
        spent.set(person.id, step);
      } else if (status < 500) refused.push(`${person.username}: ${status}`);
      return status === 200;
    } catch {
      return false;
    }
  }

  return {
    taken,
    sent,
    refused,
    ...atPace(one),
    async sendAgain() {
      const answers: number[] = [];
      for (const { challenge, person } of open) {
        const step = spent.get(person.id) ?? 0;
        if (step < timeStep(Date.now()) - 1) continue;
        spent.delete(person.id);
        const { status } = await callServer(next(), 'signIn.verify', {
          challenge,
          code: codeAt(person.secret, step),
        });
        answers.push(status);
      }
      return { sent: answers.length, takenTwice: answers.filter((status) => status === 200).length };
    },
  };
}

type Ask = (sql: string) => Promise<{ id: string; sessions: number; events: number }[]>;

/** Of each person by id, their sign-ins: as sessions, and as events of the log. */
export async function signIns(ask: Ask): Promise<Map<string, { sessions: number; events: number }>> {
  const rows = await ask(
    `select id, (select count(*)::int from sessions where user_id = users.id) as sessions,
      (select count(*)::int from audit_events where actor_id = users.id and action = 'sign_in.succeeded') as events
      from users where mfa_state = 'on' and username <> 'ada'`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Whose sign-ins aren't as the book has them: fewer than were acknowledged, more than were asked for, or half of one. */
export function notAsInTheBook(
  { taken, sent }: CodeBook,
  before: Awaited<ReturnType<typeof signIns>>,
  after: Awaited<ReturnType<typeof signIns>>,
): string[] {
  return [...after].flatMap(([id, { sessions, events }]) => {
    const more = sessions - (before.get(id)?.sessions ?? 0);
    const isWhole = sessions === events;
    return isWhole && more >= (taken.get(id) ?? 0) && more <= (sent.get(id) ?? 0)
      ? []
      : [`${id}: ${more} sign-ins, ${events} events of ${sessions}`];
  });
}
