import { useRead } from '../../../data/useRead.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { t } from '../words.ts';

interface Props {
  /** Its id; empty is none. */
  system: string;
  onSystem: (system: string) => void;
}

/** In which connected system the accounts are that a file names; nothing where there is none. */
export function SystemOfAccounts({ system, onSystem }: Props) {
  const { data } = useRead('settings.systems.list', {});
  if (!data || data.items.length === 0) return null;
  const systems = data.items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={t('accountsIn')}
      options={[{ value: '', label: t('accountsNone') }, ...systems]}
      value={system}
      onChange={({ target }) => onSystem(target.value)}
      helper={t('accountsHelp')}
    />
  );
}
