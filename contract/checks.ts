interface CheckTraits {
  /** Someone looked at the person, or a second person vouched: evidence that a stolen phone or mailbox can't give. */
  strong: boolean;
  /** Who brings it on record: staff by what they saw or heard, the manager by an answer, the user by the request itself. */
  recordedBy: 'staff' | 'manager' | 'user';
  /** Policy asks for it by a switch of its own, never among the checks that a recipe counts. */
  hasOwnSwitch: boolean;
}

/** Every check there is, in the order in which one makes them: every list of checks is shown in it. */
export const CHECKS = {
  request_code: { strong: false, recordedBy: 'staff', hasOwnSwitch: true },
  existing_code: { strong: false, recordedBy: 'user', hasOwnSwitch: false },
  call_back: { strong: false, recordedBy: 'staff', hasOwnSwitch: false },
  photo_id_video: { strong: true, recordedBy: 'staff', hasOwnSwitch: false },
  in_person: { strong: true, recordedBy: 'staff', hasOwnSwitch: false },
  manager_confirmation: { strong: true, recordedBy: 'manager', hasOwnSwitch: false },
} as const satisfies Record<string, CheckTraits>;

export type CheckKind = keyof typeof CHECKS;

type KindWith<T extends Partial<CheckTraits>> = {
  [K in CheckKind]: (typeof CHECKS)[K] extends T ? K : never;
}[CheckKind];
export type StrongKind = KindWith<{ strong: true }>;
/** What staff can record of what they saw or heard; a request code only where there is a request. */
export type StaffKind = KindWith<{ recordedBy: 'staff' }>;
/** What one person can have made before there is a request. */
export type DirectKind = KindWith<{ recordedBy: 'staff'; hasOwnSwitch: false }>;

export const CHECK_KINDS = Object.keys(CHECKS) as CheckKind[];

export const isStrong = (kind: CheckKind): kind is StrongKind => CHECKS[kind].strong;
export const isRecordedByStaff = (kind: CheckKind): kind is StaffKind => CHECKS[kind].recordedBy === 'staff';
export const isDirect = (kind: CheckKind): kind is DirectKind =>
  isRecordedByStaff(kind) && !CHECKS[kind].hasOwnSwitch;
