import { expect, test } from 'vitest';
import { kindWords } from '../../renderer/features/outbox/mailKinds.ts';
import { MAIL_KINDS } from '../../server/domain/mail/kinds.ts';

test.each(Object.keys(MAIL_KINDS))('the outbox says what kind of mail %s is', (kind) => {
  expect(kindWords(kind)).not.toBe(kindWords('none of them'));
});
