import { Field } from '../../../ui/Field.tsx';
import { asciiCode } from '../../../ui/typedCode.ts';
import { counted } from '../../../ui/time.ts';
import { spelled } from '../../../shared/spelling.ts';

interface Props {
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
  triesLeft: number;
  busy: boolean;
}

/** Six characters as they are heard, spelled back to be read aloud. */
export function RequestCodeField({ value, onChange, error, triesLeft, busy }: Props) {
  const helper = value
    ? spelled(value)
    : triesLeft < 5
      ? `${counted(triesLeft, 'try', 'tries')} left.`
      : 'What you type is spelled here, to read it back.';
  return (
    <Field
      label="Request code"
      mono
      value={value}
      readOnly={busy}
      onChange={(event) =>
        onChange(
          asciiCode(event.target.value)
            .toUpperCase()
            .replace(/[^A-Z0-9]/g, '')
            .slice(0, 6),
        )
      }
      error={error}
      helper={helper}
      autoComplete="off"
      inputProps={{ autoCapitalize: 'characters', spellCheck: false }}
      sx={{
        '& .MuiOutlinedInput-root': { maxWidth: 320 },
        '& input': { fontSize: '1.375rem', height: 32, letterSpacing: '0.3em' },
      }}
    />
  );
}
