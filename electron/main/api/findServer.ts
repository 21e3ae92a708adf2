import type { Result } from '../../../contract/errors.ts';
import type { SayOf } from '../../../contract/words/write.ts';
import { readAddress } from './address.ts';
import { probeServer } from './probe.ts';
import { problem } from './problem.ts';
import { isCertificate, isPin } from './trust.ts';

export interface TypedServer {
  address: string;
  ca?: string;
  pin?: string;
}

/** Reads what a person typed about a server and asks there; the answer says which organisation it is, or what is wrong. */
export async function findServer(
  say: SayOf<'desktop'>,
  { address, ca, pin }: TypedServer,
): Promise<Result<{ address: string; organisation: string }>> {
  const verdict = readAddress(say, address);
  if (!verdict.ok) return wrong('address', verdict.detail);
  if (ca !== undefined && !isCertificate(ca)) return wrong('ca', say('noCertificate'));
  if (pin !== undefined && !isPin(pin)) return wrong('pin', say('noPin'));
  const { origin } = verdict;
  const answer = await probeServer(say, { origin, trust: { ca, pin }, name: new URL(origin).host });
  return answer.ok ? { ok: true, data: { address: origin, organisation: answer.data.organisation } } : answer;
}

function wrong(field: string, detail: string): Result<never> {
  return { ok: false, error: problem('invalid_input', detail, { fields: { [field]: detail } }) };
}
