import type { CheckInput } from '../../../contract/operations/resetRequests.ts';
import type { Config } from '../../../server/config.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createTestApp } from '../../support/app.ts';
import { agree, changeIn, personOfOld } from '../../support/secondPerson.ts';
import { Browser, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, relyingParty } from './relyingParty.ts';
import type { Meant } from './relyingParty.ts';

export const JOANNA: Meant = {
  hint: '00ujoanna',
  givenName: 'Joanna',
  familyName: 'Doe',
  email: 'joanna@example.org',
};

/** An organisation that answers Okta, with a help desk of two and somebody whom Okta knows. */
export async function createAttestorWorld(db?: Db, config: Partial<Config> = {}) {
  const test = await createTestApp({ config, ...(db ? { db } : {}) });
  const second = await personOfOld(test, 'second');
  const agent = await personOfOld(test, 'agent', ['security_officer']);
  const joanna = await test.person({ username: 'joanna', name: 'Joanna Doe' });
  const input = { name: 'Okta', clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri: REDIRECT_URI };
  const save = async (change: object = {}) =>
    test.call(
      'settings.attestor.save',
      { ...input, ...change },
      { token: await test.administrator.signIn({ stepUp: true }) },
    );
  await agree(test, second, changeIn(await save()));
  const okta = await relyingParty(test.app);

  async function look(page: URL) {
    return test.call('identityChecks.look', { token: page.hash.slice(1) });
  }

  return {
    test,
    joanna,
    agent,
    second,
    save,
    okta,
    look,
    /** Somebody comes from Okta with a browser; answers what the page shows. */
    async arrive(meant: Meant = JOANNA) {
      const pushed = await okta.push(meant);
      const browser = new Browser(test.app);
      const page = await browser.goTo(pushed.url);
      const { body } = await look(page);
      return {
        page,
        browser,
        code: body.code,
        redeem: pushed.redeem,
        /** The page goes back by itself; answers where the browser ends. */
        goBack: () => browser.goTo(`/oauth2/check/${page.hash.slice(1)}`),
      };
    },
    async pending() {
      const { body } = await test.call('resetRequests.list', {}, { token: await agent.signIn() });
      return body.items;
    },
    /** The one that there is. */
    async request() {
      const [request] = await this.pending();
      if (!request) throw new Error('Nothing was asked.');
      return request;
    },
    async check(id: string, check: CheckInput) {
      return test.call('resetRequests.recordCheck', { id, ...check }, { token: await agent.signIn() });
    },
    async approve(id: string) {
      return test.call('resetRequests.approve', { id }, { token: await second.signIn({ stepUp: true }) });
    },
    async evidence(id: string, code: string) {
      for (const check of [
        { kind: 'request_code', outcome: 'pass', requestCode: code },
        { kind: 'in_person', outcome: 'pass' },
        { kind: 'photo_id_video', outcome: 'pass' },
      ] as const) {
        const done = await this.check(id, check);
        if (done.status !== 200) throw new Error(done.text);
      }
    },
  };
}
