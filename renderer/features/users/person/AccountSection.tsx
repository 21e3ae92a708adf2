import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';

/** What the organisation knows about the account. */
export function AccountSection({ user }: { user: UserDetail }) {
  return (
    <Section title="Account">
      <DescriptionList
        facts={[
          { term: 'Username', value: user.username },
          { term: 'Department', value: user.department ?? 'None' },
          { term: 'Roles', value: user.roles.map((role) => ROLE_WORDS[role]).join(', ') },
          { term: 'Password', value: <PasswordFact user={user} /> },
          {
            term: 'Last sign-in',
            value: user.lastSignInAt ? <RelativeTime at={user.lastSignInAt} /> : 'Never',
          },
          { term: 'Added', value: <RelativeTime at={user.createdAt} dayOnly /> },
        ]}
      />
    </Section>
  );
}

function PasswordFact({ user }: { user: UserDetail }) {
  if (user.hasPassword) return <>Set</>;
  if (!user.setUpLinkSentAt) return <>None yet, and no set-up link was sent</>;
  return (
    <>
      None yet; set-up link sent <RelativeTime at={user.setUpLinkSentAt} />
    </>
  );
}
