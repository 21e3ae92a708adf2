import type { OutputOf } from '../../../contract/operations.ts';
import { ROLES, type Role } from '../../../contract/permissions.ts';
import { ROLE_WORDS } from '../../shared/roles.ts';
import { Section } from '../../ui/Section.tsx';
import { ShareTable } from './ShareTable.tsx';
import { t } from './words.ts';

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** By role; everyone has the first. */
export function RolesSection({ roles }: Pick<OutputOf<'dashboard.get'>, 'roles'>) {
  return (
    <Section title={t('roles')} flush>
      <ShareTable
        label={t('roles')}
        header={t('role')}
        narrow
        rows={roles.map(({ name, total, withMfa }) => ({
          key: name,
          name: name === 'user' ? t('everyone') : isRole(name) ? ROLE_WORDS[name] : name,
          total,
          withMfa,
          filters: isRole(name) ? { role: name } : {},
        }))}
      />
    </Section>
  );
}
