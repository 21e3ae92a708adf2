import { sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { isLoopback } from '../../config.ts';
import type { Deps, Origin } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { constantTimeEqual, sha256Hex } from '../../crypto/hash.ts';
import { refuse } from '../../refusal.ts';
import { requireGoodPassword } from '../../domain/passwordLinks/goodPassword.ts';
import { createChallenge } from '../../domain/sessions/challengeStore.ts';
import { readOrganisation, storeSetting } from '../../domain/settings/store.ts';
import { usernameProblem } from '../../domain/people/username.ts';
import { createOrganisation } from './createOrganisation.ts';
import { createSample } from './sample/createSample.ts';
import { setupTokenOf } from './setupLink.ts';

export interface SetupService {
  state(context: { onThisMachine: boolean }): Promise<OutputOf<'setup.state'>>;
  createOrganisation(
    input: InputOf<'setup.createOrganisation'>,
    context: Origin & { now: number },
  ): Promise<OutputOf<'setup.createOrganisation'>>;
  openSample(
    input: InputOf<'setup.openSample'>,
    context: { now: number; onThisMachine: boolean; voice: Voice },
  ): Promise<OutputOf<'setup.openSample'>>;
}

/** How many people the sample organisation has that the console opens. */
const SAMPLE_USERS = 250;

/** Turns an empty server into an organisation's, once, for whoever holds the token that it printed (S-64). */
export function createSetupService(
  deps: Deps,
  { signLog }: { /** Signs the end of the audit log. */ signLog: (now: number) => Promise<void> },
): SetupService {
  /** Behind a proxy on this machine the server listens to this machine, and everybody reaches it. */
  const isSampleOffered = (onThisMachine: boolean): boolean => onThisMachine && isLoopback(deps.config.host);

  async function isEmpty(): Promise<boolean> {
    return (await readOrganisation(deps.db.kysely)) === undefined;
  }

  async function requireToken(token: string | undefined): Promise<void> {
    if (!(await isEmpty())) {
      throw refuse('already_set_up', {
        detail: sentence('answers/signIn', 'alreadySetUp'),
      });
    }
    // Hashed first, so that not even the length is told by time.
    const given = sha256Hex(token ?? '');
    const { setupToken } = deps.config;
    const right = [setupToken, await setupTokenOf(deps)];
    if (!right.some((one) => one !== null && constantTimeEqual(given, sha256Hex(one)))) {
      throw refuse('invalid_token', {
        detail: sentence('answers/signIn', 'openSetUpLink'),
      });
    }
  }

  return {
    state: async ({ onThisMachine }) => ({
      state: (await isEmpty()) ? 'empty' : 'ready',
      sampleOffered: isSampleOffered(onThisMachine),
    }),
    async createOrganisation(input, { now, address, userAgent }) {
      await requireToken(input.token);
      const problem = usernameProblem(input.username);
      if (problem) throw refuse('invalid_input', { detail: problem, fields: { username: problem } });
      requireGoodPassword(input.password, input.username);
      const passwordHash = await deps.passwords.hash(input.password, { username: input.username, address });
      const challenge = await deps.db.transaction(async (tx) => {
        const user = await createOrganisation(tx, deps, {
          name: input.organisation,
          kind: deps.config.kind,
          administrator: { username: input.username, name: input.name, email: input.email, passwordHash },
          now,
        });
        const { timeZone } = input;
        if (timeZone !== undefined && Intl.supportedValuesOf('timeZone').includes(timeZone))
          await storeSetting(tx, deps.keys, { name: 'timeZone', value: timeZone, now });
        return createChallenge(tx, deps, { userId: user.id, purpose: 'setup', now, address, userAgent });
      });
      deps.events.publish({ kind: 'organisation' });
      return {
        outcome: 'setup_required',
        challenge: challenge.challenge,
        expiresAt: rfc3339(challenge.expiresAt),
        activationRequired: false,
      };
    },
    async openSample({ token }, { now, onThisMachine, voice }) {
      if (!isSampleOffered(onThisMachine)) {
        throw refuse('forbidden', { detail: sentence('answers/signIn', 'sampleHereOnly') });
      }
      await requireToken(token);
      const sample = await createSample(deps, { users: SAMPLE_USERS, seed: SAMPLE_USERS, now });
      // Its history is old: unsigned it would look as if somebody had kept it from being signed.
      await signLog(now);
      deps.events.publish({ kind: 'organisation' });
      const accounts = sample.accounts.map((account) => ({ ...account, about: voice.write(account.about) }));
      return { ...sample, accounts };
    },
  };
}
