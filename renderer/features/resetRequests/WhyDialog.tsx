import { useState, type ComponentProps, type ReactNode } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { WhyField } from '../../ui/WhyField.tsx';

interface Props extends Omit<ComponentProps<typeof ConfirmDialog>, 'open' | 'onConfirm'> {
  /** What follows from it. */
  means: string;
  /** Said where there is no reason yet. */
  missing: string;
  helper?: string | undefined;
  /** What else is asked, beneath. */
  children?: ReactNode;
  onConfirm: (why: string) => void;
}

/** Asks why before something is denied, reported or explained: nothing of that is done without a reason. */
export function WhyDialog({ means, missing, helper, children, onConfirm, ...dialog }: Props) {
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string>();
  const said = why.trim();
  return (
    <ConfirmDialog open {...dialog} onConfirm={() => (said ? onConfirm(said) : setError(missing))}>
      <p>{means}</p>
      <WhyField
        value={why}
        error={error}
        helper={helper}
        maxLength={2000}
        onChange={(typed) => {
          setWhy(typed);
          setError(undefined);
        }}
      />
      {children}
    </ConfirmDialog>
  );
}
