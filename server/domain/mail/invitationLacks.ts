import type { InvitationLack } from '../../../contract/invitations.ts';
import { isLoopback } from '../../config.ts';
import type { Deps } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { readSettings } from '../settings/current.ts';
import type { Settings } from '../settings/current.ts';
import { withWrittenUrl } from '../settings/macs.ts';
import { isTested, youngRoute } from './mailRoute.ts';
import { mailConfigured } from './mailer.ts';

type LackDeps = Pick<Deps, 'keys' | 'config'>;

/**
 * What invitations lack before they can work, in the order in which it is put right; nothing where they may go. What the
 * environment fixes is the operator's, who knows.
 *
 * @param now UTC ms
 */
export async function invitationLacks(
  reader: Reader,
  deps: LackDeps,
  now: number,
): Promise<InvitationLack[]> {
  const settings = withWrittenUrl(deps.keys, await readSettings(reader));
  const hasServer = mailConfigured(deps.config, settings);
  const lacks: InvitationLack[] = [];
  if (!hasAddress(deps.config, settings)) lacks.push('address');
  if (!hasServer) lacks.push('mail_server');
  if (hasServer && deps.config.smtpUrl === null && !(await isTested(reader, deps))) lacks.push('test_mail');
  // A link would be held for longer than it is good.
  if (hasServer && (await youngRoute(reader, now))) lacks.push('route_changed');
  return lacks;
}

/** A server whose mail is the environment's and that only this machine reaches has no other address than its own. */
function hasAddress({ publicUrl, smtpUrl, host, trustProxy }: Deps['config'], settings: Settings): boolean {
  if ((publicUrl ?? settings.publicUrl) !== null) return true;
  return smtpUrl !== null && isLoopback(host) && trustProxy.length === 0;
}
