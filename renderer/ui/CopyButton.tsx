import { mdiCheck, mdiContentCopy } from '@mdi/js';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

interface Props {
  label: string;
  /** What it is called among others; its label where there is none. */
  named?: string | undefined;
  /** Hands the text to the clipboard; a failure says so in the button. */
  copy: () => Promise<void>;
}

/** Copies, and says that it did. */
export function CopyButton({ label, named, copy }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const words = outcome === 'copied' ? t('copied') : outcome === 'failed' ? t('notCopied') : label;
  return (
    <Button
      variant="outlined"
      size="small"
      aria-label={outcome ? undefined : named}
      startIcon={<Icon path={outcome === 'copied' ? mdiCheck : mdiContentCopy} size={16} />}
      onClick={() => {
        copy().then(
          () => setOutcome('copied'),
          () => setOutcome('failed'),
        );
      }}
    >
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
