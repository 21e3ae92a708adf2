import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Banner } from './Banner.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { t } from './words.ts';

interface Props {
  /** What was refused and belongs to no field. */
  refusal?: string | undefined;
  /** The act in words. */
  label: string;
  busy: boolean;
  onCancel: () => void;
}

/** The end of a form: what was refused, the button that acts and the way out. */
export function FormFoot({ refusal, label, busy, onCancel }: Props) {
  return (
    <>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <SubmitButton busy={busy}>{label}</SubmitButton>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Box>
    </>
  );
}
