import type { ComponentProps } from 'react';
import { Field } from './Field.tsx';
import { useTypedDay } from './useTypedDay.tsx';

interface Props extends Omit<ComponentProps<typeof Field>, 'value' | 'onChange' | 'type'> {
  /** `2026-12-02`, or empty. */
  day: string;
  /** Told of a whole day, or of an empty field as ''. */
  onDay: (day: string) => void;
  min?: string;
  max?: string;
}

/** A day in a form. */
export function DayField({ day, onDay, min, max, error, ...field }: Props) {
  const { unread, ...typed } = useTypedDay(day, onDay, { min, max });
  return <Field {...field} {...typed} error={unread ?? error} />;
}
