import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import {
  Count,
  Id,
  Line,
  named,
  nullable,
  oneOf,
  Page,
  pageOf,
  Person,
  ReportInput,
  strict,
  Time,
} from '../schemas.ts';
import { FACTOR_KINDS } from '../systems.ts';

const OutsideNote = Type.Object(
  {
    kind: oneOf(['explained', 'reported'], 'OutsideNoteKind'),
    by: nullable(Person),
    at: Time,
    note: Type.String(),
    /** Done by hand because the gate was down: two have to explain it. */
    breakGlass: Type.Boolean(),
  },
  named('OutsideNote'),
);

/** A factor that was removed or added in a connected system without a request here. */
const OutsideAct = Type.Object(
  {
    id: Id,
    systemId: Id,
    system: Type.String(),
    act: oneOf(['removed', 'added'], 'OutsideActKind'),
    /** As the system names it; null where it doesn't say. */
    account: nullable(Type.String()),
    /** Who was linked to that account; null where nobody was. */
    user: nullable(Person),
    factor: Type.Object(
      { id: Type.String(), kind: nullable(oneOf(FACTOR_KINDS, 'FactorKind')), name: nullable(Type.String()) },
      strict,
    ),
    /** As the system names them; null where it doesn't tell. */
    by: nullable(
      Type.Object({ id: Type.String(), name: nullable(Type.String()), user: nullable(Person) }, strict),
    ),
    /** It was done with the secret that is kept here. */
    byOurs: Type.Boolean(),
    address: nullable(Type.String()),
    /** By the system's log, or by comparing what was listed: then it happened between the two times, and nobody tells by whom. */
    foundBy: oneOf(['log', 'comparison'], 'OutsideFoundBy'),
    notBefore: Time,
    at: Time,
    foundAt: Time,
    /** `half_explained`: as break glass, by one of two. */
    state: oneOf(['open', 'half_explained', 'explained', 'reported'], 'OutsideState'),
    notes: Type.Array(OutsideNote),
    /** Whether whoever reads may explain or report it: officers, and nobody their own act. */
    mayAnswer: Type.Boolean(),
  },
  named('OutsideAct'),
);
export type OutsideAct = Static<typeof OutsideAct>;

/** Since when a system is watched, and how many were found there since. */
const Watched = Type.Object(
  {
    systemId: Id,
    system: Type.String(),
    since: Time,
    /** When its log was read last; null where it never was. */
    readAt: nullable(Time),
    /** Why it couldn't be the last time. */
    problem: nullable(Type.String()),
    found: Count,
    /** When its secret or token ends, as far as somebody said. */
    secretEndsAt: nullable(Time),
  },
  named('WatchedSystem'),
);

const params = Type.Object({ id: Id }, strict);
const ERRORS = ['not_found', 'own_account', 'second_person_required', 'already_decided'] as const;

export const outsideOperations = {
  'resetRequests.outside': defineOperation({
    method: 'GET',
    path: '/reset-requests/outside',
    summary: 'Factors that were removed or added in connected systems without a request here',
    access: 'resets.read',
    query: Type.Object({ ...Page, systemId: Type.Optional(Id) }, strict),
    response: Type.Object(
      {
        ...pageOf(OutsideAct).properties,
        watched: Type.Array(Watched),
        /** Mails wait because the mail server didn’t take them. */
        mailWaits: Type.Boolean(),
      },
      strict,
    ),
    errors: [],
  }),
  'resetRequests.explainOutside': defineOperation({
    method: 'POST',
    path: '/reset-requests/outside/{id}/explain',
    summary: 'Explain one; as break glass it takes two',
    access: 'policy.write',
    params,
    body: Type.Object({ note: Line(2000), breakGlass: Type.Optional(Type.Boolean()) }, strict),
    response: OutsideAct,
    errors: ERRORS,
  }),
  'resetRequests.reportOutside': defineOperation({
    method: 'POST',
    path: '/reset-requests/outside/{id}/report',
    summary: 'Report one: every security officer is told',
    access: 'policy.write',
    params,
    body: ReportInput,
    response: OutsideAct,
    errors: ['not_found', 'own_account', 'already_decided'],
  }),
};
