import { Field } from '../../../ui/Field.tsx';
import { asciiCode } from '../../../ui/typedCode.ts';
import { spelled } from '../../../shared/spelling.ts';
import { t } from '../words.ts';

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
      ? t('triesLeft', { count: triesLeft })
      : t('spelledHere');
  return (
    <Field
      label={t('requestCode')}
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
        '& input': { fontSize: '1.375rem', height: '1.4545em', letterSpacing: '0.3em' },
      }}
    />
  );
}
