/** Every refusal has a stable code, one HTTP status and one title; the detail says what to do (RFC 9457). */
export const ERRORS = {
  // 400, 405, 408, 413, 415, 431: the request itself
  invalid_input: { status: 400, title: 'Something in the request is not as it should be.' },
  method_not_allowed: { status: 405, title: 'This address does not take that method.' },
  request_timeout: { status: 408, title: 'The request took too long to arrive.' },
  too_large: { status: 413, title: 'That is too large.' },
  unsupported_media_type: { status: 415, title: 'That kind of content is not taken here.' },
  headers_too_large: { status: 431, title: 'The headers of the request are too large.' },
  not_found: { status: 404, title: 'There is nothing here by that name.' },
  // 401: no session, or an ended one; and the answers of the sign-in screens
  not_signed_in: { status: 401, title: 'You are not signed in.' },
  invalid_credentials: { status: 401, title: 'That username and password do not match.' },
  sso_flow_ended: { status: 401, title: 'This sign-in took too long, or began elsewhere.' },
  challenge_expired: { status: 401, title: 'This sign-in took too long. Sign in again.' },
  // 403
  forbidden: { status: 403, title: 'You may not do that.' },
  origin_refused: { status: 403, title: 'This request came from another site.' },
  other_session: { status: 403, title: 'Another session has begun in this browser.' },
  host_refused: { status: 403, title: 'This server does not answer by that name.' },
  setup_first: { status: 403, title: 'Set up multi-factor authentication first.' },
  invalid_code: { status: 403, title: 'That code is not right.' },
  wrong_password: { status: 403, title: 'Your current password is not right.' },
  step_up_required: { status: 403, title: 'Confirm with a code from your authenticator app.' },
  activation_required: { status: 403, title: 'An activation code is needed to set up.' },
  invalid_activation_code: { status: 403, title: 'That activation code is not right.' },
  invalid_token: { status: 403, title: 'This link is no longer valid.' },
  sso_not_linked: { status: 403, title: 'That sign-in belongs to no account here.' },
  sso_not_fresh: { status: 403, title: 'The identity provider did not ask for a fresh sign-in.' },
  sso_not_this_session: { status: 403, title: 'This session was not made by an identity provider.' },
  account_suspended: { status: 403, title: 'This account is suspended.' },
  own_account: { status: 403, title: 'Nobody verifies or decides for their own account.' },
  rank_too_low: { status: 403, title: 'This person ranks higher than you.' },
  second_person_required: { status: 403, title: 'A second person has to decide.' },
  // 409
  already_on: { status: 409, title: 'Multi-factor authentication is already on.' },
  already_off: { status: 409, title: 'Multi-factor authentication is already off.' },
  too_many_authenticators: { status: 409, title: 'You have as many authenticators as anybody can have.' },
  mfa_unavailable: { status: 409, title: 'Multi-factor authentication is not available here.' },
  mfa_not_on: { status: 409, title: 'Multi-factor authentication is not on.' },
  enrolment_ended: { status: 409, title: 'This setup has ended. Begin again.' },
  no_open_request: { status: 409, title: 'There is no open reset request.' },
  request_exists: { status: 409, title: 'There is an open reset request already.' },
  request_too_soon: { status: 409, title: 'A new request can be made 24 hours after a refusal.' },
  wrong_request_code: { status: 409, title: 'That is not the request code.' },
  request_code_closed: { status: 409, title: 'The request code is closed.' },
  contact_changed_recently: { status: 409, title: 'This contact changed recently, so it proves nothing.' },
  check_not_possible: { status: 409, title: 'This check can’t be made for this request.' },
  recipe_not_met: { status: 409, title: 'The evidence that policy asks for is not complete.' },
  system_cannot_hold: { status: 409, title: 'A connected system can’t hold the account.' },
  already_executing: { status: 409, title: 'This is being carried out already.' },
  already_decided: { status: 409, title: 'This is decided already.' },
  change_waits: { status: 409, title: 'This waits for a second person already.' },
  too_many_changes: { status: 409, title: 'Too many of your changes wait already.' },
  change_not_possible: { status: 409, title: 'This change can no longer take effect.' },
  paused: { status: 409, title: 'This request is paused until the user answers.' },
  hold_running: { status: 409, title: 'The hold is not over yet.' },
  already_set_up: { status: 409, title: 'This server has its organisation already.' },
  not_locked: { status: 409, title: 'This account is not locked.' },
  locked_for_good: { status: 409, title: 'Only a reset ends this lock.' },
  stale_version: { status: 409, title: 'Someone else changed this in the meantime.' },
  username_taken: { status: 409, title: 'That username is taken.' },
  last_administrator: { status: 409, title: 'The last administrator has to stay.' },
  not_revealable: { status: 409, title: 'This mail can’t be revealed.' },
  confirm_number: { status: 409, title: 'Type the number of people this reaches.' },
  confirm_freed: { status: 409, title: 'This frees somebody from multi-factor authentication.' },
  already_frozen: { status: 409, title: 'That is frozen already.' },
  sso_failed: { status: 409, title: 'The sign-in at the identity provider did not work.' },
  sso_already_linked: { status: 409, title: 'That is linked already.' },
  sso_subject_needed: { status: 409, title: 'This person is linked by their subject alone.' },
  sso_link_needed: { status: 409, title: 'They could not sign in any more.' },
  already_linked: { status: 409, title: 'That account is linked already.' },
  system_failed: { status: 409, title: 'The connected system did not do that.' },
  provider_in_use: { status: 409, title: 'People can only sign in by this identity provider.' },
  name_taken: { status: 409, title: 'That name is taken.' },
  too_many_views: { status: 409, title: 'You have as many saved views as anybody can have.' },
  invitations_lack: { status: 409, title: 'Invitations can’t work yet.' },
  nobody: { status: 409, title: 'There is nobody for whom this could be done.' },
  not_undoable: { status: 409, title: 'This can’t be undone.' },
  mail_failed: { status: 409, title: 'The mail server did not take the mail.' },
  // 423, 429, 5xx
  locked: { status: 423, title: 'This account is locked.' },
  frozen: { status: 423, title: 'This is frozen.' },
  too_many_attempts: { status: 429, title: 'Too many attempts. Wait a moment.' },
  too_many_requests: { status: 429, title: 'Too many requests from this address. Wait a moment.' },
  internal: { status: 500, title: 'Something went wrong on the server.' },
  unavailable: { status: 503, title: 'The server can’t answer just now. Try again in a moment.' },
  // made by the desktop's main process, never by the server
  unreachable: { status: 503, title: 'The server can’t be reached.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** RFC 9457 problem details, as sent by the server and carried across IPC. */
export interface Problem {
  status: number;
  code: ErrorCode;
  title: string;
  /** What happened and what to do, in one sentence. */
  detail: string;
  /** Seconds until the same request can succeed; also in the Retry-After header. */
  retryAfter?: number;
  /** A sentence for each field that is not as it should be. */
  fields?: Record<string, string>;
  /** On 5xx: the number to tell the operator; the log has the rest. */
  reference?: string;
  /** Facts that belong to the code, e.g. who decided and when, or the server's time. */
  [extra: string]: unknown;
}

/** How a failure crosses a boundary that cannot throw. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Problem };
