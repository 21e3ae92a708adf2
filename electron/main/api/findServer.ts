import type { Result } from '../../../contract/errors.ts';
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
export async function findServer({
  address,
  ca,
  pin,
}: TypedServer): Promise<Result<{ address: string; organisation: string }>> {
  const verdict = readAddress(address);
  if (!verdict.ok) return wrong('address', verdict.detail);
  if (ca !== undefined && !isCertificate(ca)) {
    return wrong(
      'ca',
      'This is not a certificate. Paste the whole text, from BEGIN CERTIFICATE to END CERTIFICATE.',
    );
  }
  if (pin !== undefined && !isPin(pin))
    return wrong('pin', 'A pinned key begins with sha256/ and has 44 more characters.');
  const { origin } = verdict;
  const answer = await probeServer({ origin, trust: { ca, pin }, name: new URL(origin).host });
  return answer.ok ? { ok: true, data: { address: origin, organisation: answer.data.organisation } } : answer;
}

function wrong(field: string, detail: string): Result<never> {
  return { ok: false, error: problem('invalid_input', detail, { fields: { [field]: detail } }) };
}
