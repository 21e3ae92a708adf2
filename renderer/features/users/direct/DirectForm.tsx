import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DirectKind } from '../../../../contract/checks.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DialogFoot } from '../../../ui/DialogFoot.tsx';
import { DirectCheckFields } from './DirectCheckFields.tsx';
import type { DirectChecks } from './directChecks.ts';
import { t } from '../words.ts';

interface Props {
  user: UserDetail;
  /** What it does, and what it asks for. */
  lead: ReactNode;
  /** Fields above the checks. */
  fields?: ReactNode;
  kinds: readonly DirectKind[];
  checks: DirectChecks;
  onChecks: (checks: DirectChecks) => void;
  /** Fields below the checks. */
  more?: ReactNode;
  /** What comes of it. */
  outcome: ReactNode;
  error: string | undefined;
  submit: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
}

/** What staff do on the checks that they made themselves: reset, unlock. */
export function DirectForm(props: Props) {
  const { user, lead, fields, kinds, checks, onChecks, more, outcome, error, submit, onSubmit, onClose } =
    props;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Typography sx={{ mb: 4 }}>{lead}</Typography>
      {fields}
      {kinds.map((kind) => (
        <DirectCheckFields
          key={kind}
          kind={kind}
          user={user}
          check={checks[kind]}
          onChange={(check) => onChecks({ ...checks, [kind]: check })}
        />
      ))}
      {more}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 4 }}>
        {outcome}
      </Typography>
      {error && <Banner tone="danger">{error}</Banner>}
      <DialogFoot>
        <Button variant="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
        {submit}
      </DialogFoot>
    </form>
  );
}
