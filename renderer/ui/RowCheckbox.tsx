const EMPTY = 'M19 5v14H5V5h14m0-2H5c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h14c1.1 0 2-.9 2-2V5c0-1.1-.9-2-2-2z';
const CHECKED =
  'M19 3H5c-1.11 0-2 .9-2 2v14c0 1.1.89 2 2 2h14c1.11 0 2-.9 2-2V5c0-1.1-.9-2-2-2zm-9 14l-5-5 1.41-1.41L10 14.17l7.59-7.59L19 8l-9 9z';
const MIXED = 'M19 3H5c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h14c1.1 0 2-.9 2-2V5c0-1.1-.9-2-2-2zm-2 10H7v-2h10v2z';

interface Props {
  label: string;
  checked: boolean;
  /** Some of what it stands for. */
  mixed?: boolean;
  onToggle: (isRange: boolean) => void;
  tabIndex?: number;
}

/** MUI's checkbox as a table has it: fifty of those cost as much as all else of their rows. Its looks are the table's (`checkbox`). */
export function RowCheckbox({ label, checked, mixed = false, onToggle, tabIndex }: Props) {
  return (
    <span data-checkbox={checked || mixed ? 'on' : 'off'}>
      <input
        type="checkbox"
        aria-label={label}
        tabIndex={tabIndex}
        checked={checked}
        ref={(input) => {
          if (input) input.indeterminate = mixed;
        }}
        onChange={({ nativeEvent }) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
      />
      <svg viewBox="0 0 24 24" aria-hidden>
        <path d={mixed ? MIXED : checked ? CHECKED : EMPTY} />
      </svg>
    </span>
  );
}
