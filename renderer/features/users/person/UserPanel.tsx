import { useRead } from '../../../data/useRead.ts';
import { Detail } from '../../../ui/ListDetail.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { AccountSection } from './AccountSection.tsx';
import { ContactSection } from './ContactSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { MfaSection } from './MfaSection.tsx';
import { SsoSection } from '../sso/SsoSection.tsx';
import { StateChips } from '../StateWords.tsx';
import { UserActs } from './UserActs.tsx';
import { t } from '../words.ts';

/** One person: where their MFA stands and why, how they are reached, what happened, what can be done. */
export function UserPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: user, error, refetch } = useRead('users.get', { id });
  if (!user) {
    return (
      <Detail title={t('user')} onClose={onClose}>
        {error ? (
          <ErrorState
            message={
              error.code === 'not_found' || error.code === 'invalid_input' ? t('noSuchUser') : error.message
            }
            onRetry={error.problem.status < 500 ? undefined : () => void refetch()}
          />
        ) : (
          <LoadingRows rows={8} />
        )}
      </Detail>
    );
  }
  return (
    <Detail
      title={user.name}
      lead={<StateChips user={user} />}
      action={<UserActs user={user} />}
      onClose={onClose}
    >
      <MfaSection user={user} />
      <ContactSection user={user} />
      <AccountSection user={user} />
      <SsoSection user={user} />
      <HistorySection id={id} />
    </Detail>
  );
}
