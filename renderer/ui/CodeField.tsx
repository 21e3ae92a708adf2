import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useId, useRef } from 'react';
import { FieldLabel, FieldNote } from './fieldParts.tsx';
import { asciiCode } from './typedCode.ts';

interface Props {
  label: string;
  value: string;
  onChange: (digits: string) => void;
  /** Called with the sixth digit. */
  onComplete?: (digits: string) => void;
  error?: string | undefined;
  helper?: string;
  autoFocus?: boolean;
  busy?: boolean;
}

const LENGTH = 6;

/** One field of six large figures. Takes a paste with spaces, submits on the sixth, selects itself after an error. */
export function CodeField({ label, value, onChange, onComplete, error, helper, autoFocus, busy }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!error || busy) return;
    input.current?.focus();
    input.current?.select();
  }, [error, busy]);
  return (
    <FormControl fullWidth error={Boolean(error)} sx={{ mb: 4 }}>
      <FieldLabel htmlFor={id} label={label} />
      <OutlinedInput
        id={id}
        inputRef={input}
        value={value}
        autoFocus={autoFocus}
        readOnly={busy}
        autoComplete="one-time-code"
        aria-describedby={error || helper ? `${id}-note` : undefined}
        inputProps={{
          inputMode: 'numeric',
          dir: 'ltr',
          spellCheck: false,
          'aria-invalid': error ? true : undefined,
        }}
        onChange={(event) => {
          const digits = asciiCode(event.target.value).replace(/\D/g, '').slice(0, LENGTH);
          onChange(digits);
          if (digits.length === LENGTH && digits !== value) onComplete?.(digits);
        }}
        sx={{
          '& input': {
            fontFamily: (theme) => theme.typography.mono.fontFamily,
            fontSize: '1.75rem',
            height: 40,
            letterSpacing: '0.32em',
            textAlign: 'center',
            textIndent: '0.32em',
          },
        }}
      />
      <FieldNote id={`${id}-note`} error={error} helper={helper} />
    </FormControl>
  );
}
