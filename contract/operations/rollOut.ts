import Type, { type Static } from 'typebox';
import { Count, Line, named, nullable, Time } from '../schemas.ts';

/** Departments that are asked for MFA from a date on. */
const Wave = Type.Object(
  {
    startsOn: Time,
    departments: Type.Array(Line(100), { minItems: 1, maxItems: 200, uniqueItems: true }),
  },
  named('Wave'),
);
export type Wave = Static<typeof Wave>;

/** Departments one after another, on dates; besides what is required from the start, with the scope `selected`. */
export const RollOut = Type.Object(
  {
    waves: Type.Array(Wave, { maxItems: 30 }),
    /** Waves due after it wait. Any time that a client sends means paused: the server keeps the one that runs, or sets now. */
    pausedAt: nullable(Time),
    /** The server pauses by itself where more reset requests are open; null is never. */
    pauseAtOpenRequests: nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  named('RollOut'),
);
export type RollOut = Static<typeof RollOut>;

/** A date still to come on which a policy begins to ask more people, also by the end of an exemption, and what becomes of them then. */
export const Upcoming = Type.Object(
  { at: Time, setupAtNextSignIn: Count, entersGrace: Count },
  named('Upcoming'),
);
export type Upcoming = Static<typeof Upcoming>;
