import Type, { type Static } from 'typebox';
import { Count, Id, named, nullable, oneOf, Person, strict, Time } from '../schemas.ts';
import { GRACE_OF_THE_GONE, READ_AS, READING_EVERY } from '../systems.ts';

/** How people are read from a system: how often, and how many days somebody may be gone there before they are suspended here. */
export const ReadingTerms = Type.Object(
  {
    every: oneOf([...READING_EVERY], 'ReadingEvery'),
    graceDays: Type.Integer({ minimum: GRACE_OF_THE_GONE.least, maximum: GRACE_OF_THE_GONE.most }),
  },
  named('ReadingTerms'),
);
export type ReadingTerms = Static<typeof ReadingTerms>;

/** What a reading did, or would do. `leftOut`: accounts of which something isn't done. */
const PeopleCounts = Type.Object(
  {
    read: Count,
    added: Count,
    changed: Count,
    unchanged: Count,
    leftOut: Count,
    /** Gone since this reading. */
    gone: Count,
    suspended: Count,
  },
  named('PeopleCounts'),
);
export type PeopleCounts = Static<typeof PeopleCounts>;

/** An account there, and what is made of it. */
const ReadPerson = Type.Object(
  {
    account: Type.String(),
    name: nullable(Type.String()),
    /** Who they are here; null where nobody, or where that can't be told. */
    userId: nullable(Id),
    what: oneOf([...READ_AS], 'ReadAs'),
    says: Type.String(),
  },
  named('ReadPerson'),
);
export type ReadPerson = Static<typeof ReadPerson>;

/** Somebody who is gone there. */
const GonePerson = Type.Object(
  {
    person: Person,
    since: Time,
    /** When they are suspended for it; null where an administrator decides, or they are suspended. */
    suspendsAt: nullable(Time),
    suspended: Type.Boolean(),
  },
  named('GonePerson'),
);

/** People are read from a system: how, and what the last reading found. */
export const PeopleReading = Type.Object(
  {
    ...ReadingTerms.properties,
    since: Time,
    nextAt: Time,
    /** A server reads now. */
    underWay: Type.Boolean(),
    readAt: nullable(Time),
    counts: nullable(PeopleCounts),
    /** Some of them, in the order in which they were read. */
    leftOut: Type.Array(ReadPerson),
    /** Some of those who are gone, the first to go first. */
    gone: Type.Array(GonePerson),
    /** Why the last reading came to no end, or nobody was suspended. */
    problem: nullable(Type.String()),
  },
  named('PeopleReading'),
);
export type PeopleReading = Static<typeof PeopleReading>;

/** What a reading would do now. */
export const PeoplePreview = Type.Object(
  {
    /** False where the system has more people than it told in the time: who is gone isn't known then. */
    isWhole: Type.Boolean(),
    counts: PeopleCounts,
    /** Some of them: first those that are left out. */
    people: Type.Array(ReadPerson),
  },
  strict,
);
