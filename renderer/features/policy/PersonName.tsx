import type { Sensitive } from '../../../contract/operations/policy.ts';
import { usePerson } from '../../data/usePerson.ts';
import { allOf, listParts } from '../../language/intl.ts';
import { rich, t } from './words.ts';

/** A person of whom only the id is known. */
export function PersonName({ id }: { id: string }) {
  const { data, error } = usePerson(id);
  if (data === null) return t('noLongerHere');
  return data?.name ?? (error ? t('nameUnknown') : '…');
}

export function PeopleNames({ ids }: { ids: readonly string[] }) {
  return listParts(ids).map(({ type, value }, index) =>
    type === 'element' ? <PersonName key={value} id={value} /> : <span key={index}>{value}</span>,
  );
}

/** Whom policy names as sensitive, and which departments. */
export function SensitiveList({ sensitive: { people, departments } }: { sensitive: Sensitive }) {
  const names = allOf(departments);
  if (people.length === 0)
    return departments.length === 0 ? t('onlyStaff') : t('sensitiveDepartments', { departments: names });
  const listed = <PeopleNames ids={people} />;
  return departments.length === 0 ? listed : rich('sensitiveBoth', { people: listed, departments: names });
}
