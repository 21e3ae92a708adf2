import { useRead } from '../../../data/useRead.ts';
import { UnreadDetail } from '../../../shared/UnreadDetail.tsx';
import { WaitingChanges } from '../../../shared/WaitingChanges.tsx';
import { Detail } from '../../../ui/ListDetail.tsx';
import { AccountSection } from './AccountSection.tsx';
import { ContactSection } from './ContactSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { MfaSection } from './MfaSection.tsx';
import { SsoSection } from '../sso/SsoSection.tsx';
import { SystemsSection } from '../systems/SystemsSection.tsx';
import { StandingBanners } from './StandingBanners.tsx';
import { StateChips } from '../StateWords.tsx';
import { UserActs } from './UserActs.tsx';
import { t } from '../words.ts';

/** One person: where their MFA stands and why, how they are reached, what happened, what can be done. */
export function UserPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: user, error, refetch } = useRead('users.get', { id });
  if (!user) {
    return (
      <UnreadDetail
        title={t('user')}
        error={error}
        notThere={t('noSuchUser')}
        onRetry={() => void refetch()}
        onClose={onClose}
      />
    );
  }
  return (
    <Detail
      title={user.name}
      lead={<StateChips user={user} />}
      action={<UserActs user={user} />}
      onClose={onClose}
    >
      <StandingBanners user={user} />
      <WaitingChanges userId={id} />
      <MfaSection user={user} />
      <ContactSection user={user} />
      <AccountSection user={user} />
      <SystemsSection user={user} />
      <SsoSection user={user} />
      <HistorySection id={id} />
    </Detail>
  );
}
