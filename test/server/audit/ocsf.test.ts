import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../contract/auditActions.ts';
import { NAMED_ACTIONS } from '../../../renderer/shared/eventLook.ts';
import { MAPPINGS, OCSF_VERSION, ocsfCheckpoint, ocsfEvent } from '../../../server/features/audit/ocsf.ts';

/** The three classes as JSON Schema (2020-12), made by `ocsf-json-schema` 1.2.0 of the published schema (Apache 2.0), without titles. */
const published = JSON.parse(
  readFileSync(join(import.meta.dirname, 'support', 'ocsf-1.8.0.json'), 'utf8'),
) as { version: string; classes: Record<string, object>; $defs: object };

const CLASSES: Record<number, string> = {
  3001: 'account_change',
  3002: 'authentication',
  3004: 'entity_management',
};

const validators = Object.fromEntries(
  Object.entries(published.classes).map(([name, schema]) => [
    name,
    Compile({ ...schema, $defs: published.$defs }),
  ]),
);

/** What the published schema finds wrong with an event. */
function faultsOf(event: Record<string, unknown>): unknown[] {
  const validator = validators[CLASSES[Number(event['class_uid'])] ?? ''];
  if (!validator) return [`no class ${String(event['class_uid'])}`];
  const [isValid, errors] = validator.Errors(JSON.parse(JSON.stringify(event)));
  return isValid ? [] : errors;
}

const person = (id: string | null) => ({ id, name: id === null ? null : `Name of ${id}` });
const row = (action: string, actor: string | null, target: string | null) => ({
  sequence: 7,
  id: '0199a000-0000-7000-8000-000000000000',
  at: Date.UTC(2026, 10, 29),
  action,
  actor_id: person(actor).id,
  actor_name: person(actor).name,
  target_id: person(target).id,
  target_name: person(target).name,
  data: JSON.stringify({ via: 'password', count: 3 }),
  address: null,
  user_agent: null,
  session_id: null,
  factors: null,
  previous_hash: '0'.repeat(64),
  hash: '1'.repeat(64),
  mac: null,
});

const HERE = {
  address: '192.0.2.7',
  user_agent: 'Firefox',
  session_id: '0199a000-0000-7000-8000-00000000000a',
  factors: FACTORS.join(','),
};

describe('issue 8.E6: the export as OCSF', () => {
  it('names the version whose schema it is checked against', () => {
    expect(OCSF_VERSION).toBe(published.version);
  });

  it.each([...new Set([...NAMED_ACTIONS, ...Object.keys(MAPPINGS), 'something.new'])].toSorted())(
    '%s is a valid event, whoever did it to whomever',
    (action) => {
      const events = [
        row(action, 'a', 'b'),
        row(action, null, 'b'),
        row(action, 'a', null),
        row(action, null, null),
        { ...row(action, 'a', 'b'), ...HERE },
        { ...row(action, null, 'b'), ...HERE, address: '2001:db8::7', session_id: null },
      ];
      expect(events.flatMap((event) => faultsOf(ocsfEvent(event, '1.0.0')))).toEqual([]);
    },
  );

  it('says how somebody got in, from where, with what and by which session', () => {
    const by = { ...HERE, factors: 'password,code' };
    const inFull = ocsfEvent({ ...row('sign_in.succeeded', 'a', 'a'), ...by }, '1.0.0');
    expect(inFull).toMatchObject({
      src_endpoint: { ip: '192.0.2.7' },
      http_request: { user_agent: 'Firefox' },
      session: { uid: HERE.session_id },
      actor: { session: { uid: HERE.session_id } },
      is_mfa: true,
      auth_factors: [{ factor_type_id: 11 }, { factor_type_id: 7, is_totp: true }],
    });
    const short = ocsfEvent({ ...row('sign_in.succeeded', 'a', 'a'), ...HERE, factors: 'password' }, '1.0.0');
    expect(short).toMatchObject({ is_mfa: false, auth_factors: [{ factor_type_id: 11 }] });
    const before = ocsfEvent(row('sign_in.succeeded', 'a', 'a'), '1.0.0');
    for (const name of ['src_endpoint', 'http_request', 'session', 'is_mfa', 'auth_factors'])
      expect(before).not.toHaveProperty(name);
  });

  it('16.7: a checkpoint is a valid event, too', () => {
    const signed = {
      number: 3,
      count: 20,
      headHash: 'ab',
      at: Date.UTC(2026, 10, 30),
      keyVersion: 1,
      signature: 's',
    };
    const event = ocsfCheckpoint(signed, '1.0.0');
    expect(faultsOf(event)).toEqual([]);
    expect(event).toMatchObject({ metadata: { sequence: 20 }, unmapped: signed });
  });

  it('is seen to be wrong where it is', () => {
    const event = ocsfEvent(row('sign_in.succeeded', 'a', 'a'), '1.0.0');
    expect(faultsOf({ ...event, service: undefined })).not.toEqual([]);
    expect(faultsOf({ ...event, activity_id: 14 })).not.toEqual([]);
  });
});
