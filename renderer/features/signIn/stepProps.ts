import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';

/** What every screen of signing in is given. */
export interface StepProps {
  options: OutputOf<'signIn.options'>;
  banner: ReactNode;
}
