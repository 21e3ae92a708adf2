import { describe, expect, it } from 'vitest';
import { removeThere } from '../../../server/features/resetRequests/elsewhere/steps.ts';
import type { MaySend } from '../../../server/features/resetRequests/elsewhere/steps.ts';
import { JOANNA as IN_AUTHENTIK, startAuthentik } from '../../support/systems/authentik.ts';
import { JOANNA as IN_ENTRA, startEntra } from '../../support/systems/entra.ts';
import { JOANNA as IN_GOOGLE, startGoogle } from '../../support/systems/google.ts';
import { JOANNA as IN_OKTA, startOkta } from '../../support/systems/okta.ts';
import { NOW, reach } from './world.ts';

/** All that one account has goes; answers what was sent, in order, and what came of it. */
async function attempt({ kind, access }: ReturnType<typeof reach>, externalId: string) {
  const steps: string[] = [];
  const maySend: MaySend = (step) => {
    steps.push(step);
    return Promise.resolve(true);
  };
  const account = { kind, access: access(), externalId, factorIds: null, known: [] };
  const work = removeThere(account, maySend, () => NOW);
  const outcome = await work.catch((error: unknown) => ({ kind: String((error as { code?: string }).code) }));
  return { outcome, steps };
}

describe('A reset in a system that nobody tried, by what its vendor publishes', () => {
  it('holds in Entra first, and is done when the default method is gone, too (S-111, S-112)', async () => {
    const entra = await startEntra();
    const reached = reach('entra', entra.graph.url, { realm: 'contoso.example' }, { entra: entra.kind });
    entra.defaultMethod = 'app-1';
    const first = await attempt(reached, IN_ENTRA);
    expect(first.steps).toEqual(['hold', 'remove', 'remove', 'remove', 'end_sessions', 'read_back']);
    expect(first.outcome.kind).toBe('still_there');
    expect((await attempt(reached, IN_ENTRA)).outcome).toMatchObject({
      kind: 'done',
      sessions: 'asked',
    });
    expect(entra.users[0]?.accountEnabled).toBe(false);
  });

  it('holds, removes and ends in Okta, whose Okta Verify goes in halves (S-111, S-112)', async () => {
    const okta = await startOkta();
    const { outcome } = await attempt(reach('okta', okta.server.url, { realm: null }), IN_OKTA);
    expect(outcome).toMatchObject({ kind: 'done', sessions: 'asked' });
    expect(okta.users[0]).toMatchObject({ status: 'SUSPENDED', factors: [], cleared: 1 });
  });

  it('holds, removes and reads sessions back in authentik (S-111, S-112)', async () => {
    const authentik = await startAuthentik();
    const reached = reach('authentik', authentik.server.url, { realm: null });
    const { outcome } = await attempt(reached, IN_AUTHENTIK);
    expect(outcome).toMatchObject({ kind: 'done', sessions: 'ended' });
    expect(authentik.users[0]).toMatchObject({ is_active: false, devices: [], sessions: [] });
  });

  it('holds and turns off in Google (S-111, S-112)', async () => {
    const google = await startGoogle();
    const fields = { realm: 'contoso.example', secret: google.keyFile };
    const { outcome } = await attempt(
      reach('google', google.api.url, fields, { google: google.kind }),
      IN_GOOGLE,
    );
    expect(outcome).toMatchObject({ kind: 'done', sessions: 'asked' });
    expect(google.users[0]).toMatchObject({ suspended: true, isEnrolledIn2Sv: false, signedOut: 1 });
  });
});
