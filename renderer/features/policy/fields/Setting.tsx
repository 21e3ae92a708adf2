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

interface NotesProps {
  /** The setting's key. */
  of: string;
  policy: PolicyDraft;
  problems: Problems;
}

interface Props extends Omit<NotesProps, 'of'> {
  /** The setting's key; several where one sentence says them together. */
  of: string | readonly string[];
  /** What follows from it as it is set now, where its control doesn't say so itself. */
  consequence?: string;
  /** Across all columns. */
  wide?: boolean;
  children: ReactNode;
}

/** The settings of a section: two beside one another where there is room. */
export function SettingGrid({ dense = false, children }: { dense?: boolean; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
        columnGap: 8,
        rowGap: dense ? 1.5 : 3,
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  );
}

/** Left of what waits to be saved. */
const changedMark = {
  position: 'relative',
  '&::before': {
    content: '""',
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: -12,
    width: 3,
    borderRadius: '2px',
    bgcolor: 'primary.main',
  },
} as const;

/** The id of the sentence that says what is wrong with a setting. */
export const problemId = (key: string) => `problem-${key}`;
/** The same where there is something wrong. */
export const problemIdIn = (problems: Problems, key: string) =>
  key in problems ? problemId(key) : undefined;

function fieldOf({ of, policy }: Pick<NotesProps, 'of' | 'policy'>) {
  const field = FIELDS.find(({ key }) => key === of);
  return field && { field, isChanged: !isSame(field, policy.base, policy.draft) };
}

/** One setting: its control, what follows from it, what is wrong with it, and once changed what it was. */
export function Setting({ of, consequence, wide, children, ...notes }: Props) {
  const keys = typeof of === 'string' ? [of] : of;
  const isChanged = keys.some((key) => fieldOf({ of: key, ...notes })?.isChanged);
  return (
    <Box
      sx={{
        minWidth: 0,
        gridColumn: wide ? '1 / -1' : undefined,
        ...(isChanged && changedMark),
      }}
    >
      <Box sx={{ '& > :last-child': { mb: 0 } }}>{children}</Box>
      {consequence && <Consequence>{consequence}</Consequence>}
      {keys.map((key) => (
        <SettingNotes key={key} of={key} {...notes} />
      ))}
    </Box>
  );
}

/** What follows from a setting, said again when it changes. */
export function Consequence({ small, children }: { small?: boolean; children: ReactNode }) {
  return (
    <Typography
      variant={small ? 'caption' : 'body2'}
      color="textSecondary"
      aria-live="polite"
      sx={{ display: 'block', my: small ? 1 : 0, mt: 1, maxWidth: 640 }}
    >
      {children}
    </Typography>
  );
}

/** What is wrong with a setting, and once changed what it was. */
export function SettingNotes({ of, policy, problems }: NotesProps) {
  const found = fieldOf({ of, policy });
  return (
    <>
      <FieldNote id={problemId(of)} error={problems[of]} />
      {found?.isChanged && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 2,
            mt: 1,
            fontSize: '0.8125rem',
          }}
        >
          <Box id={`was-${of}`} sx={{ minWidth: 0 }}>
            {found.field.showChange
              ? rich('changedList', { b: mark, changes: found.field.showChange(policy.base, policy.draft) })
              : rich('changed', { b: mark, before: found.field.show(policy.base) })}
          </Box>
          <Button
            size="small"
            aria-describedby={`was-${of}`}
            startIcon={<Icon path={mdiUndoVariant} size={16} />}
            onClick={() => policy.undo(found.field)}
            sx={{ ml: '-10px' }}
          >
            {t('undo')}
          </Button>
        </Box>
      )}
    </>
  );
}

const mark = (words: ReactNode) => (
  <Box component="span" sx={{ color: 'primary.main', fontWeight: 500 }}>
    {words}
  </Box>
);
