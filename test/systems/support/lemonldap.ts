import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, NotHere, needPrograms, output, startProgram } from './programs.ts';
import type { RealSystem } from './real.ts';

const API = '/usr/share/lemonldap-ng/manager/api/api.psgi';
const SESSIONS = '/var/lib/lemonldap-ng/psessions';

/** Somebody's factors lie in a persistent session, under the MD5 of their name. */
const MAKE = `
use Lemonldap::NG::Common::Session; use Digest::MD5 'md5_hex'; use JSON;
my ($uid, $folder) = @ARGV;
my $session = Lemonldap::NG::Common::Session->new({ storageModule => 'Apache::Session::File',
  storageModuleOptions => { Directory => $folder, LockDirectory => "$folder/lock" },
  kind => 'Persistent', id => md5_hex($uid), force => 1 });
$session->update({ _session_uid => $uid, _2fDevices => to_json([
  { type => 'TOTP', name => 'Phone', epoch => time, _secret => 'JBSWY3DPEHPK3PXP' },
  { type => 'U2F', name => 'Key?>', epoch => time, _userKey => 'x', _keyHandle => 'y' }]) });
die $session->error if $session->error;
`;

/** The manager's API of LemonLDAP::NG as Debian has it, with nothing before it that asks who it is. */
export async function startRealLemonLdap(): Promise<RealSystem> {
  needPrograms('plackup', 'starman', 'perl');
  if (!existsSync(API)) throw new NotHere('no liblemonldap-ng-manager-perl on this machine');
  try {
    accessSync(SESSIONS, constants.W_OK);
  } catch {
    throw new NotHere(`${SESSIONS} is not writable for this user`);
  }
  const version = await output('dpkg-query', ['-W', '-f', '${Version}', 'liblemonldap-ng-manager-perl']);
  const uid = `joanna-${randomBytes(6).toString('hex')}`;
  await output('perl', ['-e', MAKE, uid, SESSIONS]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram(
    ['plackup', '-s', 'Starman', '--workers', '1', '-l', `127.0.0.1:${port}`, API],
    {
      address: `${url}/api/v1/status`,
    },
  );
  return {
    kind: 'lemonldap',
    name: `LemonLDAP::NG ${version.replace(/\+.*$/, '')}`,
    url,
    realm: null,
    clientId: null,
    secret: null,
    externalId: uid,
    username: uid,
    email: null,
    rights: null,
    signIn: null,
    async stop() {
      await program.stop();
      rmSync(join(SESSIONS, createHash('md5').update(uid).digest('hex')), { force: true });
    },
  };
}
