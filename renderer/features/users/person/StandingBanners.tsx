import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useCan } from '../../../data/me.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { rich, t } from '../words.ts';

/** What one has to know of somebody before anything else: that they are suspended here, or gone from a system that people are read from. */
export function StandingBanners({ user }: { user: UserDetail }) {
  const canSeeSystems = useCan('users.manage');
  const gone = canSeeSystems ? (user.systems ?? []).filter((system) => system.gone) : [];
  return (
    <>
      {user.status === 'suspended' && <Banner tone="warning">{t('isSuspended', { name: user.name })}</Banner>}
      {gone.map((system) => (
        <GoneBanner key={system.id} system={system} />
      ))}
    </>
  );
}

function GoneBanner({
  system: { name: system, gone },
}: {
  system: NonNullable<UserDetail['systems']>[number];
}) {
  if (!gone) return null;
  const day = <RelativeTime at={gone.since} dayOnly />;
  return (
    <Banner tone="warning">
      {gone.suspendsAt === null
        ? rich('goneFrom', { system, day })
        : rich('goneFromUntil', { system, day, until: <RelativeTime at={gone.suspendsAt} dayOnly due /> })}
    </Banner>
  );
}
