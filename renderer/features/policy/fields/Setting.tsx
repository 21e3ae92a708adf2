import { mdiUndoVariant } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { FieldNote } from '../../../ui/fieldParts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FIELDS, isSame } from '../policyFields.tsx';
import type { Problems } from '../draftProblems.ts';
import type { PolicyDraft } from '../usePolicyDraft.ts';
import { rich, t } from '../words.ts';

interface Props {
  /** The setting's key. */
  of: string;
  policy: PolicyDraft;
  problems: Problems;
  /** What follows from it as it is set now. */
  consequence?: string;
  children: ReactNode;
}

/** One setting: its control, what follows from it, what is wrong with it, and once changed what it was. */
export function Setting({ of, policy, problems, consequence, children }: Props) {
  const field = FIELDS.find(({ key }) => key === of);
  const isChanged = field !== undefined && !isSame(field, policy.base, policy.draft);
  const problem = problems[of];
  return (
    <Box
      sx={{
        py: 4,
        // A mark beside what waits to be saved.
        mx: -5,
        px: 5,
        boxShadow: isChanged ? 'inset 3px 0 var(--gh-palette-primary-main)' : 'none',
        '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
        '&:first-of-type': { pt: 1 },
      }}
    >
      <Box sx={{ '& > :last-child': { mb: 0 } }}>{children}</Box>
      {consequence && (
        <Typography variant="body2" color="textSecondary" aria-live="polite" sx={{ mt: 2, maxWidth: 600 }}>
          {consequence}
        </Typography>
      )}
      <FieldNote id={`problem-${of}`} error={problem} />
      {isChanged && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 2,
            mt: 2,
            fontSize: '0.8125rem',
          }}
        >
          <Box id={`was-${of}`} sx={{ minWidth: 0 }}>
            {field.showChange
              ? rich('changedList', { b: mark, changes: field.showChange(policy.base, policy.draft) })
              : rich('changed', { b: mark, before: field.show(policy.base) })}
          </Box>
          <Button
            size="small"
            aria-describedby={`was-${of}`}
            startIcon={<Icon path={mdiUndoVariant} size={16} />}
            onClick={() => policy.undo(field)}
          >
            {t('undo')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

const mark = (words: ReactNode) => (
  <Box component="span" sx={{ color: 'primary.main', fontWeight: 500 }}>
    {words}
  </Box>
);
