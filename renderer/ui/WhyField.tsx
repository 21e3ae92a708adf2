import { Field } from './Field.tsx';
import { t } from './words.ts';

interface Props {
  value: string;
  onChange: (reason: string) => void;
  error?: string | undefined;
  helper?: string | undefined;
  maxLength?: number;
}

/** The reason for an act, on one line however it was pasted: it is read in mails and lists. */
export function WhyField({ value, onChange, error, helper, maxLength = 500 }: Props) {
  return (
    <Field
      label={t('why')}
      autoFocus
      multiline
      minRows={2}
      value={value}
      error={error}
      helper={helper}
      onChange={({ target }) => onChange(target.value.replace(/\n/g, ' '))}
      inputProps={{ maxLength }}
    />
  );
}
