import { useCallback } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';

/**
 * Which row of a list is open, as the address says it: its own path beside what the list's shows, under the same filters.
 * Opening and closing leave the list where it was scrolled to.
 */
export function useOpenRow(rowPath: (id: string) => string, listPath: string) {
  const { id } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  return {
    id,
    addressOf: (rowId: string) => `${rowPath(rowId)}${search}`,
    open: (rowId: string) => void navigate(`${rowPath(rowId)}${search}`, { preventScrollReset: true }),
    close: useCallback(
      () => void navigate(`${listPath}${search}`, { preventScrollReset: true }),
      [navigate, listPath, search],
    ),
  };
}
