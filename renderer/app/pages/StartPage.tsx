import { Navigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useMe } from '../../data/me.ts';
import { PLACES } from '../frame/navigation.ts';

/** Staff start at what they may see first, everyone else at their own settings. */
export function StartPage() {
  const { permissions } = useMe();
  const first = PLACES.find((place) => permissions.includes(place.permission));
  return <Navigate to={first?.path ?? paths.security()} replace />;
}
