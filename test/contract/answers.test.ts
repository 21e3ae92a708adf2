import { describe, expect, test } from 'vitest';
import { codesOf, naturalCodes, statusOf } from '../../contract/answers.ts';
import { ERRORS } from '../../contract/errors.ts';
import type { OperationName } from '../../contract/operations.ts';
import { OPERATION_NAMES, operationOf } from '../../contract/operations.ts';
import { GUARDS } from '../../server/features/resetRequests/rules/guards.ts';
import { transitionOf } from '../../server/features/resetRequests/rules/machine.ts';
import type { RequestEvent } from '../../server/features/resetRequests/rules/machine.ts';

describe('what an operation may answer', () => {
  test.each(OPERATION_NAMES)(
    '%s: every code that it declares exists, once, and doesn’t come by itself',
    (name) => {
      const operation = operationOf(name);
      const codes = codesOf(operation);
      expect(codes.filter((code) => !(code in ERRORS))).toEqual([]);
      expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());
    },
  );

  test('who may call it and what it takes bring their own refusals', () => {
    const open = { method: 'GET', path: '/', summary: '', access: 'public', errors: [] } as const;
    expect(naturalCodes(open)).not.toContain('not_signed_in');
    expect(naturalCodes(open)).toContain('too_many_requests');
    const session = { ...open, access: 'session' } as const;
    expect(naturalCodes(session)).toEqual(expect.arrayContaining(['not_signed_in', 'setup_first']));
    expect(naturalCodes(session)).not.toContain('forbidden');
    expect(naturalCodes({ ...session, whileBlocked: true })).not.toContain('setup_first');
    const write = { ...open, method: 'POST', access: 'users.manage', stepUp: true } as const;
    expect(naturalCodes(write)).toEqual(
      expect.arrayContaining(['forbidden', 'step_up_required', 'origin_refused', 'too_large']),
    );
  });

  test('a wrong code is 401 where one signs in, 403 in a session', () => {
    expect(statusOf('invalid_code', operationOf('signIn.verify'))).toBe(401);
    expect(statusOf('invalid_code', operationOf('me.stepUp'))).toBe(403);
  });
});

test.each<[OperationName, RequestEvent]>([
  ['resetRequests.open', 'open'],
  ['resetRequests.claim', 'record_check'],
  ['resetRequests.saveNote', 'record_check'],
  ['resetRequests.recordCheck', 'record_check'],
  ['resetRequests.askManager', 'record_check'],
  ['resetRequests.chooseTargets', 'choose_targets'],
  ['resetRequests.stopAuthenticators', 'stop_authenticators'],
  ['resetRequests.reportAttack', 'report_attack'],
  ['resetRequests.askDecision', 'ask_decision'],
  ['resetRequests.handTo', 'hand_to'],
  ['resetRequests.approve', 'approve'],
  ['resetRequests.deny', 'deny'],
  ['resetRequests.stopHold', 'stop_hold'],
  ['users.unlock', 'unlock'],
])('%s declares what the machine’s guards of %s answer', (name, event) => {
  const codes = codesOf(operationOf(name));
  const { guards } = transitionOf(event);
  expect(guards.map((guard) => GUARDS[guard].code).filter((code) => !codes.includes(code))).toEqual([]);
});
