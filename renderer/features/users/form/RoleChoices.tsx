import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { RANK, rankOf, type Role } from '../../../../contract/permissions.ts';
import { useMe } from '../../../data/me.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { FieldLabel } from '../../../ui/fieldParts.tsx';
import { t } from '../words.ts';

const STAFF_ROLES = ['auditor', 'help_desk', 'security_officer', 'administrator'] as const;

const ABOUT: Record<(typeof STAFF_ROLES)[number], string> = {
  auditor: t('aboutAuditor'),
  help_desk: t('aboutHelpDesk'),
  security_officer: t('aboutSecurityOfficer'),
  administrator: t('aboutAdministrator'),
};

interface Props {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
}

/** Roles besides the one that everyone has; those above one's own rank can't be given. */
export function RoleChoices({ roles, onChange }: Props) {
  const id = useId();
  const rank = rankOf(useMe().user.roles);
  const toggle = (role: Role) =>
    onChange(roles.includes(role) ? roles.filter((held) => held !== role) : [...roles, role]);
  return (
    <Box role="group" aria-labelledby={id} sx={{ mb: 4, color: 'text.primary' }}>
      <FieldLabel id={id} label={t('roles')} />
      {STAFF_ROLES.map((role) => (
        <FormControlLabel
          key={role}
          disabled={RANK[role] > rank}
          sx={{ display: 'flex', alignItems: 'flex-start', mb: 1 }}
          control={<Checkbox size="small" checked={roles.includes(role)} onChange={() => toggle(role)} />}
          label={
            <Box sx={{ pt: 1 }}>
              {ROLE_WORDS[role]}
              <Typography variant="body2" color="textSecondary">
                {RANK[role] > rank ? t('ranksHigher') : ABOUT[role]}
              </Typography>
            </Box>
          }
        />
      ))}
    </Box>
  );
}
