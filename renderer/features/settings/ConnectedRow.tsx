import { mdiDotsVertical } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ComponentProps, ReactNode } from 'react';
import { ActionRow } from '../../ui/ActionList.tsx';
import { ActionMenu } from '../../ui/ActionMenu.tsx';

interface Props {
  name: string;
  address: string;
  facts: readonly string[];
  /** What the button says, and what it is called among others. */
  test: { label: string; named: string; onClick: () => void };
  more: Pick<ComponentProps<typeof ActionMenu>, 'label' | 'actions'>;
  /** What else there is to say of it. */
  children?: ReactNode;
}

/** Something outside that this organisation works with, and what can be done about it. */
export function ConnectedRow({ name, address, facts, test, more, children }: Props) {
  return (
    <ActionRow
      actions={
        <>
          <Button size="small" variant="outlined" aria-label={test.named} onClick={test.onClick}>
            {test.label}
          </Button>
          <ActionMenu icon={mdiDotsVertical} {...more} />
        </>
      }
    >
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {address}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {facts.join(' · ')}
      </Typography>
      {children}
    </ActionRow>
  );
}
