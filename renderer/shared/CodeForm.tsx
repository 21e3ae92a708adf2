import { useState, type ReactNode } from 'react';
import type { CallError } from '../data/callError.ts';
import { Banner } from '../ui/Banner.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { t } from './words.ts';

/** For whoever sets up: the usual reason why a right code is not taken. */
export const CLOCK_HELP = t('clockHelp');

interface Props {
  label: string;
  /** For whoever typed fewer than six figures: what to type, and which phone or app shows it. */
  tooShort: string;
  helper?: string;
  autoFocus?: boolean;
  busy: boolean;
  error: CallError | null;
  /** By its button only, where the sixth figure would be too quick for what follows. */
  byButton?: boolean;
  onSubmit: (code: string) => void;
  /** Above the field. */
  children?: ReactNode;
  /** The button that submits, and what stands beside it. */
  actions: ReactNode;
}

/** Asks for a code of six figures: a wrong one is said at the field, any other refusal below it. */
export function CodeForm(props: Props) {
  const { label, tooShort, helper, autoFocus, busy, error, byButton, onSubmit, children, actions } = props;
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string>();
  const submit = (digits: string) => {
    if (busy) return;
    setMissing(digits.length < 6 ? tooShort : undefined);
    if (digits.length === 6) onSubmit(digits);
  };
  const isWrongCode = error?.code === 'invalid_code';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      {children}
      <CodeField
        label={label}
        value={code}
        onChange={setCode}
        onComplete={byButton ? undefined : submit}
        error={missing ?? (isWrongCode ? error.message : undefined)}
        helper={helper}
        busy={busy}
        autoFocus={autoFocus}
      />
      {error && !isWrongCode && <Banner tone="danger">{error.message}</Banner>}
      {actions}
    </form>
  );
}
