import Type from 'typebox';
import { CEILING_SCOPES, CEILING_WINDOWS } from '../ceilings.ts';
import { defineOperation } from '../define.ts';
import { Count, named, nullable, oneOf, Person, strict, Time } from '../schemas.ts';

const CeilingNow = Type.Object(
  {
    scope: oneOf([...CEILING_SCOPES], 'CeilingScope'),
    window: oneOf([...CEILING_WINDOWS], 'CeilingWindow'),
    /** What was usual in the last eight weeks, of whoever had most. */
    usual: Count,
    ceiling: Count,
    /** An officer set it; else it follows from what was usual. */
    isSet: Type.Boolean(),
    /** How many there are by now, of whoever has most. */
    count: Count,
    /** Who has most; null where it is all, or nobody has any. */
    person: nullable(Person),
  },
  named('CeilingNow'),
);

export const ceilingOperations = {
  'resetRequests.ceilings': defineOperation({
    method: 'GET',
    path: '/reset-requests/ceilings',
    summary: 'How many resets there are by now beside the ceilings above which resets freeze by themselves',
    access: 'policy.read',
    response: Type.Object(
      {
        ceilings: Type.Array(CeilingNow),
        /** An officer ended the freeze that a ceiling made: what was before no longer counts. */
        countedFrom: nullable(Time),
      },
      strict,
    ),
    errors: [],
  }),
};
