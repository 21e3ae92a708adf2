import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { freePort, keptFolder, needPrograms, output, startProgram } from './programs.ts';
import type { RealSystem } from './real.ts';

const VERSION = '26.7.3';
const FOLDER = `keycloak-${VERSION}`;
/** Kept there as its ASCII, and shown to people as base32. */
const SECRET = { ascii: '12345678901234567890', base32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };
const PASSWORD = 'seven quiet lanterns';
const RIGHTS = ['manage-users', 'view-users', 'view-events'];

/** Keycloak as Maven Central has it, with its own database in memory. */
export async function startRealKeycloak(): Promise<RealSystem> {
  needPrograms('java', 'mvn', 'unzip');
  const kept = keptFolder(FOLDER);
  if (!existsSync(join(kept, 'bin', 'kc.sh'))) {
    const into = join(kept, '..');
    const artifact = `-Dartifact=org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`;
    const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
    await output('mvn', ['-q', '-B', copy, artifact, `-DoutputDirectory=${into}`], {
      why: 'Maven could not get Keycloak',
    });
    await output('unzip', ['-q', '-o', join(into, `keycloak-quarkus-dist-${VERSION}.zip`), '-d', into]);
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram(
    [
      'bash',
      join(kept, 'bin', 'kc.sh'),
      'start-dev',
      '--db=dev-mem',
      '--http-host=127.0.0.1',
      `--http-port=${port}`,
    ],
    {
      address: `${url}/realms/master`,
      env: {
        KC_BOOTSTRAP_ADMIN_USERNAME: 'boss',
        KC_BOOTSTRAP_ADMIN_PASSWORD: 'boss',
        JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx700m',
      },
    },
  );
  try {
    return await prepared(url, () => program.stop());
  } catch (error) {
    await program.stop();
    throw error;
  }
}

async function prepared(url: string, stop: () => Promise<void>): Promise<RealSystem> {
  const tokenOf = async (realm: string, form: Record<string, string>) => {
    const response = await fetch(`${url}/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return (await response.json()) as Record<string, string>;
  };
  const boss = { grant_type: 'password', client_id: 'admin-cli', username: 'boss', password: 'boss' };
  const admin = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const { access_token: token } = await tokenOf('master', boss);
    const response = await fetch(`${url}/admin/realms${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  await admin('POST', '', {
    realm: 'staff',
    enabled: true,
    eventsEnabled: true,
    adminEventsEnabled: true,
    users: [
      {
        username: 'joanna',
        enabled: true,
        email: 'joanna@example.org',
        emailVerified: true,
        firstName: 'Joanna',
        lastName: 'Doe',
        credentials: [
          { type: 'password', value: PASSWORD },
          {
            type: 'otp',
            userLabel: 'Phone',
            createdDate: Date.now(),
            secretData: JSON.stringify({ value: SECRET.ascii }),
            credentialData: JSON.stringify({
              subType: 'totp',
              digits: 6,
              period: 30,
              algorithm: 'HmacSHA1',
              counter: 0,
            }),
          },
        ],
      },
    ],
    clients: [
      {
        clientId: 'gatehouse',
        secret: 'client-secret',
        serviceAccountsEnabled: true,
        publicClient: false,
        standardFlowEnabled: false,
        directAccessGrantsEnabled: false,
      },
    ],
  });
  const [client] = await admin<{ id: string }[]>('GET', '/staff/clients?clientId=gatehouse');
  const [management] = await admin<{ id: string }[]>('GET', '/staff/clients?clientId=realm-management');
  const { id: account } = await admin<{ id: string }>(
    'GET',
    `/staff/clients/${client?.id}/service-account-user`,
  );
  const mapping = `/staff/users/${account}/role-mappings/clients/${management?.id}`;
  const roleOf = (name: string) => admin('GET', `/staff/clients/${management?.id}/roles/${name}`);
  for (const right of RIGHTS) await admin('POST', mapping, [await roleOf(right)]);
  const [joanna] = await admin<{ id: string }[]>('GET', '/staff/users?username=joanna&exact=true');
  const own = { grant_type: 'password', client_id: 'admin-cli', username: 'joanna', password: PASSWORD };
  return {
    kind: 'keycloak',
    name: `Keycloak ${VERSION}`,
    url,
    realm: 'staff',
    clientId: 'gatehouse',
    secret: 'client-secret',
    externalId: joanna?.id ?? '',
    username: 'joanna',
    email: 'joanna@example.org',
    rights: {
      name: 'manage-users',
      take: async () => void (await admin('DELETE', mapping, [await roleOf('manage-users')])),
      give: async () => void (await admin('POST', mapping, [await roleOf('manage-users')])),
    },
    signIn: {
      async byPassword() {
        const answer = await tokenOf('staff', own);
        return answer['error_description'] ?? 'it lets in';
      },
      async withCode() {
        const totp = codeAt(SECRET.base32, timeStep(Date.now()));
        const { refresh_token: refresh, error_description: problem } = await tokenOf('staff', {
          ...own,
          totp,
        });
        if (refresh === undefined) throw new Error(`The owner does not get in: ${problem}`);
        return {
          async stillIn() {
            const form = { grant_type: 'refresh_token', client_id: 'admin-cli', refresh_token: refresh };
            return (await tokenOf('staff', form))['access_token'] !== undefined;
          },
        };
      },
    },
    stop,
  };
}
