import Button from '@mui/material/Button';
import { Banner } from './Banner.tsx';
import { DialogFoot } from './DialogFoot.tsx';
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

/** The end of a form: what was refused, the way out and the button that acts. */
export function FormFoot({ refusal, label, busy, onCancel }: Props) {
  return (
    <>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <DialogFoot>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <SubmitButton busy={busy}>{label}</SubmitButton>
      </DialogFoot>
    </>
  );
}
