import type { InvitationLack, InvitationState } from '../../../contract/invitations.ts';
import { t } from '../words.ts';

export const INVITATION = t('invitation');

/** How far an invitation is, in a word or two. */
export const INVITATION_WORDS: Record<InvitationState, string> = {
  draft: t('invitationDraft'),
  waiting: t('invitationWaiting'),
  sent: t('invitationSent'),
  opened: t('invitationOpened'),
  used: t('invitationUsed'),
};

/** What keeps invitations from working. */
export const LACK_WORDS: Record<InvitationLack, string> = {
  address: t('lackAddress'),
  mail_server: t('lackMailServer'),
  test_mail: t('lackTestMail'),
  route_changed: t('lackRoute'),
};
