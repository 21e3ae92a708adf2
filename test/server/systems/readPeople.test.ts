import { describe, expect, it } from 'vitest';
import { SYSTEM_MODULES } from '../../../server/features/systems/kinds/index.ts';
import type { Access, PeopleRead, SystemKind, SystemPerson } from '../../../server/domain/systems/kind.ts';
import { startAuthentik, JOANNA as IN_AUTHENTIK } from '../../support/systems/authentik.ts';
import { JOANNA as IN_ENTRA, startEntra } from '../../support/systems/entra.ts';
import { JOANNA as IN_GOOGLE, startGoogle } from '../../support/systems/google.ts';
import { JOANNA as IN_KEYCLOAK, startKeycloak } from '../../support/systems/keycloak.ts';
import { JOANNA as IN_OKTA, startOkta } from '../../support/systems/okta.ts';
import { failureOf, reach } from './world.ts';

interface Listed {
  kind: SystemKind;
  access: () => Access;
}

/** As anybody reads it who goes on where the page before ended, each page by a way of its own. */
async function everybody({ kind, access }: Listed): Promise<{ people: SystemPerson[]; pages: number }> {
  const people: SystemPerson[] = [];
  let page: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const read: PeopleRead | undefined = await kind.readPeople?.(access(), page);
    if (!read) throw new Error('It says that it can’t.');
    people.push(...read.people);
    page = read.next;
    if (page === null) return { people, pages };
  }
}

const WHO = {
  name: 'Joanna Rivers',
  department: 'Sales',
  phone: '+1 555 555 0100',
  mobile: '+1 555 555 0101',
  emailVerified: true,
  enabled: true,
};

describe('People who are read from a system', () => {
  it('come from Keycloak a hundred at a time, with what is in their attributes', async () => {
    const keycloak = await startKeycloak();
    const [joanna] = keycloak.users;
    if (!joanna) throw new Error('Nobody is there.');
    Object.assign(joanna, { firstName: 'Joanna', lastName: 'Rivers' });
    joanna.attributes = { department: ['Sales'], phone: [WHO.phone], mobile: [WHO.mobile], manager: ['kim'] };
    for (let n = 0; n < 150; n += 1)
      keycloak.users.push({ ...joanna, id: `more-${n}`, username: `zoe${n}`, enabled: false });
    const { people, pages } = await everybody(reach('keycloak', keycloak.url));
    expect([people.length, pages]).toEqual([151, 2]);
    expect(people[0]).toEqual({
      ...WHO,
      externalId: IN_KEYCLOAK,
      username: 'joanna',
      email: 'jo@example.org',
      manager: { called: 'kim' },
    });
    expect(people[1]?.enabled).toBe(false);
  });

  it('come from Okta by the pages that it names', async () => {
    const okta = await startOkta();
    const [joanna] = okta.users;
    if (!joanna) throw new Error('Nobody is there.');
    Object.assign(joanna.profile, {
      firstName: 'Joanna',
      lastName: 'Rivers',
      department: 'Sales',
      primaryPhone: WHO.phone,
      mobilePhone: WHO.mobile,
      managerId: 'kim@contoso.example',
    });
    okta.users.push({ ...joanna, id: 'another', status: 'SUSPENDED' });
    okta.pageSize = 1;
    const { people, pages } = await everybody(reach('okta', okta.server.url, { realm: null }));
    expect([people.length, pages]).toEqual([2, 2]);
    expect(people[0]).toEqual({
      ...WHO,
      externalId: IN_OKTA,
      username: 'Joanna@contoso.example',
      email: 'jo@contoso.example',
      manager: { called: 'kim@contoso.example' },
    });
    expect(people[1]?.enabled).toBe(false);
  });

  it('come from Entra by the pages that it names, without guests, managers by their ids', async () => {
    const entra = await startEntra();
    const [joanna] = entra.users;
    if (!joanna) throw new Error('Nobody is there.');
    joanna.more = {
      displayName: 'Joanna Rivers',
      department: 'Sales',
      businessPhones: [WHO.phone],
      mobilePhone: WHO.mobile,
      manager: { '@odata.type': '#microsoft.graph.user', id: 'kim' },
      userType: 'Member',
    };
    entra.users.push({ ...joanna, id: 'guest', more: { userType: 'Guest' } });
    entra.pageSize = 1;
    const at = { realm: 'contoso.example' };
    const { people, pages } = await everybody(reach('entra', entra.graph.url, at, { entra: entra.kind }));
    expect(pages).toBe(2);
    expect(people).toEqual([
      {
        ...WHO,
        externalId: IN_ENTRA,
        username: 'Joanna@contoso.example',
        email: 'jo@contoso.example',
        manager: { externalId: 'kim' },
      },
    ]);
  });

  it('come from Google by the tokens that it gives, with the department of the main organisation', async () => {
    const google = await startGoogle();
    const [joanna] = google.users;
    if (!joanna) throw new Error('Nobody is there.');
    joanna.more = {
      name: { fullName: 'Joanna Rivers' },
      organizations: [{ department: 'Old' }, { department: 'Sales', primary: true }],
      phones: [
        { type: 'work', value: WHO.phone },
        { type: 'mobile', value: WHO.mobile },
      ],
      relations: [{ type: 'manager', value: 'kim@contoso.example' }],
    };
    google.pageSize = 1;
    const at = { realm: 'contoso.example', secret: google.keyFile };
    const { people, pages } = await everybody(reach('google', google.api.url, at, { google: google.kind }));
    expect([people.length, pages]).toEqual([2, 2]);
    expect(people[0]).toEqual({
      ...WHO,
      externalId: IN_GOOGLE,
      username: 'joanna@contoso.example',
      email: 'joanna@contoso.example',
      manager: { called: 'kim@contoso.example' },
    });
  });

  it('come from authentik page by page, without those that programs sign in by', async () => {
    const authentik = await startAuthentik();
    const [joanna] = authentik.users;
    if (!joanna) throw new Error('Nobody is there.');
    joanna.more = {
      name: 'Joanna Rivers',
      type: 'internal',
      attributes: { department: 'Sales', phone: WHO.phone, mobile: WHO.mobile, manager: 'kim', more: 7 },
    };
    authentik.users.push({ ...joanna, pk: 8, more: { ...joanna.more, type: 'service_account' } });
    authentik.pageSize = 1;
    const { people, pages } = await everybody(reach('authentik', authentik.server.url, { realm: null }));
    expect(pages).toBe(2);
    expect(people).toEqual([
      {
        ...WHO,
        externalId: IN_AUTHENTIK,
        username: 'joanna',
        email: 'jo@contoso.example',
        emailVerified: null,
        manager: { called: 'kim' },
      },
    ]);
  });

  it('can’t be read where a system lists nobody, or leaves out whom it can’t ask and doesn’t say so', () => {
    const reading = Object.values(SYSTEM_MODULES).filter((kind) => kind.readPeople);
    expect(reading.map(({ kind }) => kind).toSorted()).toEqual([
      'authentik',
      'entra',
      'google',
      'keycloak',
      'okta',
    ]);
  });

  it('end with the system’s own words where it wants a pause, and nobody of that page is told', async () => {
    const keycloak = await startKeycloak();
    const answering = keycloak.answering;
    keycloak.answering = (asked, response) => {
      if (!asked.path.endsWith('/users')) return answering(asked, response);
      response.writeHead(429, { 'retry-after': '90' });
      return void response.end();
    };
    const { kind, access } = reach('keycloak', keycloak.url);
    const failure = await failureOf(Promise.resolve(kind.readPeople?.(access(), null)));
    expect([failure.code, failure.retryAfter]).toEqual(['throttled', 90]);
  });
});
