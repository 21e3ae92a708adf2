import { mdiPlus, mdiTrashCanOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { rangeOf } from '../../../../contract/rangeOf.ts';
import { figure } from '../../../language/intl.ts';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { t } from '../words.ts';

type Apps = PolicyDocument['recommendedApps'];
const [, MOST] = rangeOf(PolicyDocument.properties.recommendedApps);

const removeWords = (name: string) => (name ? t('removeApp', { name }) : t('removeThisApp'));

/** Up to three apps, each a name and where it is had. */
export function AppsField({ apps, onChange }: { apps: Apps; onChange: (apps: Apps) => void }) {
  const change = (index: number, part: Partial<Apps[number]>) =>
    onChange(apps.map((app, at) => (at === index ? { ...app, ...part } : app)));
  return (
    <>
      {apps.map((app, index) => (
        <Box
          key={index}
          role="group"
          aria-label={t('app', { number: figure(index + 1) })}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr) 36px', sm: 'minmax(0, 2fr) minmax(0, 3fr) 36px' },
            gap: 2,
            '&:not(:first-of-type)': { mt: 2 },
            alignItems: 'end',
          }}
        >
          <Field
            label={t('name')}
            value={app.name}
            onChange={({ target }) => change(index, { name: target.value })}
            inputProps={{ maxLength: 60 }}
            sx={{ mb: 0 }}
          />
          <Field
            label={t('link')}
            value={app.url}
            onChange={({ target }) => change(index, { url: target.value.trim() })}
            inputProps={{ maxLength: 500, inputMode: 'url', spellCheck: false }}
            sx={{ mb: 0, gridRow: { xs: 2, sm: 'auto' }, gridColumn: { xs: 1, sm: 'auto' } }}
          />
          <Tooltip title={removeWords(app.name)}>
            <span>
              <IconButton
                aria-label={removeWords(app.name)}
                disabled={apps.length === 1}
                onClick={() => onChange(apps.filter((_, at) => at !== index))}
              >
                <Icon path={mdiTrashCanOutline} />
              </IconButton>
            </span>
          </Tooltip>
        </Box>
      ))}
      {apps.length < MOST && (
        <Button
          size="small"
          startIcon={<Icon path={mdiPlus} size={18} />}
          onClick={() => onChange([...apps, { name: '', url: 'https://' }])}
          sx={{ mt: 2 }}
        >
          {t('addApp')}
        </Button>
      )}
    </>
  );
}
