/** How far the link is by which somebody who was made here sets their first password. */
export const INVITATION_STATES = ['draft', 'waiting', 'sent', 'opened', 'used'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What invitations lack before they can work. */
export const INVITATION_LACKS = ['address', 'mail_server', 'test_mail', 'route_changed'] as const;
export type InvitationLack = (typeof INVITATION_LACKS)[number];
