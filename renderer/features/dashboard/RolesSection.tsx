import type { OutputOf } from '../../../contract/operations.ts';
import { ROLES, type Role } from '../../../contract/permissions.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { Section } from '../../ui/Section.tsx';
import { ShareTable } from './ShareTable.tsx';

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** By role; everyone has the first. */
export function RolesSection({ roles }: Pick<OutputOf<'dashboard.get'>, 'roles'>) {
  return (
    <Section title="Roles" flush>
      <ShareTable
        label="Roles"
        header="Role"
        narrow
        rows={roles.map(({ name, total, withMfa }) => ({
          key: name,
          name: name === 'user' ? 'Everyone' : isRole(name) ? ROLE_WORDS[name] : name,
          total,
          withMfa,
          filters: isRole(name) ? { role: name } : {},
        }))}
      />
    </Section>
  );
}
