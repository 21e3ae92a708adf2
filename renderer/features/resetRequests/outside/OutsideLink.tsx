import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { paths } from '../../../../contract/paths.ts';
import { useRead } from '../../../data/useRead.ts';
import { t } from '../words.ts';

/** To what was done without a request, where systems are connected. */
export function OutsideLink() {
  const { data } = useRead('resetRequests.outside', { limit: 1 });
  if (!data || data.watched.length === 0) return null;
  return (
    <Button component={Link} to={paths.outside()}>
      {t('outsideTitle')}
    </Button>
  );
}
