import { closedAfterTheTest, json } from '../systemListener.ts';
import type { SystemServer } from '../systemListener.ts';

interface Device {
  id: string;
  type: string;
  name: string;
}

export interface FakeLemonLdap extends SystemServer {
  devices: Map<string, Device[]>;
  /** What its web server asks for; null: nothing. */
  basic: string | null;
}

const idOf = (epoch: number, type: string, name: string) =>
  Buffer.from(`${epoch}::${type}::${name}`).toString('base64');
/** What somebody holds there. */
export const device = (epoch: number, type: string, name: string) => ({
  id: idOf(epoch, type, name),
  type,
  name,
});

/** Answers as the manager of LemonLDAP::NG 2.16.1 did: its router takes a path apart after decoding it. */
export async function startLemonLdap(start = closedAfterTheTest): Promise<FakeLemonLdap> {
  const server = await start(({ path, method, headers }, response) => {
    if (system.basic !== null && headers.authorization !== `Basic ${btoa(system.basic)}`)
      return json(response, 401, { error: 'Unauthorized' });
    if (path === '/api/v1/status')
      return { name: 'LemonLDAP::NG Manager API', status: 'ok', status_config: 'ok', version: '2.16.1' };
    const [, , , , uid = '', by, named = ''] = decodeURIComponent(path).split('/');
    const own = system.devices.get(uid) ?? [];
    if (by === undefined) return own;
    const isNamed = ({ id, type }: Device) =>
      by === 'id' ? id === named : type.toUpperCase() === named.toUpperCase();
    const kept = own.filter((one) => !isNamed(one));
    if (kept.length === own.length)
      return json(response, 404, { error: `2F id '${named}' not found for user '${uid}'` });
    if (method === 'DELETE') system.devices.set(uid, kept);
    return { message: `Successful operation: ${own.length - kept.length} 2F were removed` };
  });
  const system: FakeLemonLdap = Object.assign(server, {
    basic: 'gatehouse:manager-password',
    devices: new Map([
      ['jo', [device(1_764_500_000, 'TOTP', 'Phone ü'), device(1_764_500_001, 'U2F', 'Key?>')]],
    ]),
  });
  return system;
}
