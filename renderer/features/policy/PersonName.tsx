import { Fragment } from 'react';
import type { Sensitive } from '../../../contract/operations/policy.ts';
import { usePerson } from '../../data/usePerson.ts';

/** A person of whom only the id is known. */
export function PersonName({ id }: { id: string }) {
  const { data, error } = usePerson(id);
  if (data === null) return 'Somebody who is no longer here';
  return data?.name ?? (error ? 'Somebody whose name could not be read' : '…');
}

export function PeopleNames({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <PersonName id={id} />
    </Fragment>
  ));
}

/** Whom policy names as sensitive, and which departments. */
export function SensitiveList({ sensitive: { people, departments } }: { sensitive: Sensitive }) {
  if (people.length + departments.length === 0) return 'Nobody but staff';
  return (
    <>
      <PeopleNames ids={people} />
      {people.length > 0 && departments.length > 0 && '; '}
      {departments.length > 0 && `departments: ${departments.join(', ')}`}
    </>
  );
}
