import { Fragment } from 'react';
import { useRead } from '../../data/useRead.ts';

/** A person of whom only the id is known. */
export function PersonName({ id }: { id: string }) {
  const { data, error } = useRead('users.get', { id });
  return data?.name ?? (error ? 'Somebody who is no longer here' : '…');
}

export function PeopleNames({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <PersonName id={id} />
    </Fragment>
  ));
}
