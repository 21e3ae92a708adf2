import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import { Id, named, nullable, oneOf, strict, Time, Total } from '../schemas.ts';

/** What can wait for somebody, in the order in which it is shown. */
const NOTICE_KINDS = ['waiting', 'handed', 'change', 'exemption', 'trouble'] as const;

/** So many of a kind are told; its list has the rest. */
export const MOST_OF_A_KIND = 10;

/** The kind, what it is about and what the news is: `handed 01890c5e-… 2026-12-01T10:42:00.000Z`. */
const Key = Type.String({ pattern: '^[a-z]+( [A-Za-z0-9_.:-]+){1,3}$', maxLength: 200 });

const Notice = Type.Object(
  {
    /** Names it for as long as it is the same news, so that who saw it is not told again. */
    key: Key,
    /** Not seen yet, on whichever machine. */
    isNew: Type.Boolean(),
    /** Whose request or exemption it is; of a change and of what isn't in order a sentence. */
    subject: Type.String(),
    /** The request, or the person who is exempt. */
    id: nullable(Id),
    /** When it came; of an exemption when it ends. */
    at: nullable(Time),
    /** Who handed it over, or asked for the change. */
    by: nullable(Type.String()),
    /** A request that somebody reported as an attack. */
    attack: Type.Optional(Type.Literal(true)),
  },
  named('Notice'),
);

const NoticeGroup = Type.Object(
  {
    /**
     * `waiting`: requests that wait for the asking person, as the queue has them. `handed`: those that a colleague gave them.
     * `change`: they may agree to it. `exemption`: ends within 7 days. `trouble`: what this server depends on isn't in order.
     */
    kind: oneOf(NOTICE_KINDS),
    total: Total,
    items: Type.Array(Notice, { maxItems: MOST_OF_A_KIND }),
  },
  named('NoticeGroup'),
);
export type NoticeGroup = Static<typeof NoticeGroup>;

/** What waits for whoever asks. */
export const noticesOperations = {
  'notices.list': defineOperation({
    method: 'GET',
    path: '/me/notices',
    summary: 'What waits for the signed-in person, by kind: of each the first ten, and how many there are',
    access: 'session',
    response: Type.Object({ groups: Type.Array(NoticeGroup, { maxItems: NOTICE_KINDS.length }) }, strict),
    errors: [],
  }),
  'notices.see': defineOperation({
    method: 'POST',
    path: '/me/notices/seen',
    summary: 'Note which notices were seen: exactly these, on every machine of this person',
    access: 'session',
    body: Type.Object(
      {
        keys: Type.Array(Key, {
          maxItems: NOTICE_KINDS.length * MOST_OF_A_KIND,
          uniqueItems: true,
        }),
      },
      strict,
    ),
    errors: [],
  }),
};
