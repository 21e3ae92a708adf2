import { Field } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { LoadingRows } from '../../ui/states.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'messages',
  alone: true,
  states: [
    {
      name: 'plain',
      show: () => (
        <TaskDialog open title={t('addUser')} onClose={nothing}>
          <Field label={t('name')} />
          <FormFoot label={t('addUser')} busy={false} onCancel={nothing} />
        </TaskDialog>
      ),
    },
    {
      name: 'loading',
      show: () => (
        <TaskDialog open title={t('addUser')} onClose={nothing}>
          <LoadingRows rows={4} />
        </TaskDialog>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <TaskDialog open title={t('longTitle')} onClose={nothing}>
          {t('long')}
        </TaskDialog>
      ),
    },
  ],
};
