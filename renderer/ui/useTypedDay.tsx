import { mdiCalendarOutline } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import { useRef, useState, type ReactNode } from 'react';
import { readDay, writeDay } from '../language/days.ts';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

interface Limits {
  /** `2026-12-02` */
  min?: string;
  max?: string;
}

/** What a text field needs to be one for a day. */
interface TypedDay {
  value: string;
  placeholder: string;
  onChange: (event: { target: { value: string } }) => void;
  onBlur: () => void;
  endAdornment: ReactNode;
  /** Said once the field was left with something that is no day. */
  unread: string | undefined;
}

/**
 * A day that is typed as the reader's language writes it, or chosen in the platform's calendar. What is no day yet commits
 * nothing, and stays as it was typed.
 *
 * @param day `2026-12-02`, or empty
 * @param onChange is told of a whole day, or of an empty field as ''
 */
export function useTypedDay(
  day: string,
  onChange: (day: string) => void,
  { min, max }: Limits = {},
): TypedDay {
  const [typed, setTyped] = useState(writeDay(day));
  const [known, setKnown] = useState(day);
  const [isLeft, setLeft] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  if (known !== day) {
    setKnown(day);
    if (readDay(typed) !== day) setTyped(writeDay(day));
  }
  const change = (text: string) => {
    setTyped(text);
    setLeft(false);
    const read = text.trim() === '' ? '' : readDay(text);
    if (read !== null && read !== day) onChange(read);
  };
  const isUnread = isLeft && typed.trim() !== '' && readDay(typed) === null;
  return {
    value: typed,
    placeholder: t('dayPlaceholder'),
    onChange: ({ target }) => change(target.value),
    onBlur: () => {
      setLeft(true);
      // However it was typed, it looks as texts have it.
      const read = readDay(typed);
      if (read !== null) setTyped(writeDay(read));
    },
    unread: isUnread ? t('dayUnread', { example: writeDay('2026-12-02') }) : undefined,
    endAdornment: (
      <InputAdornment position="end">
        <IconButton
          aria-label={t('openCalendar')}
          edge="end"
          size="small"
          onClick={() => picker.current?.showPicker()}
        >
          <Icon path={mdiCalendarOutline} size={18} />
        </IconButton>
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={day}
          min={min}
          max={max}
          onChange={({ target }) => target.value && change(writeDay(target.value))}
          style={{ width: 0, height: 0, padding: 0, border: 0, opacity: 0 }}
        />
      </InputAdornment>
    ),
  };
}
