import Box from '@mui/material/Box';
import { useSearchParams } from 'react-router';
import { paths } from '../../../../contract/paths.ts';
import { usePages } from '../../../data/useRead.ts';
import { BackLink } from '../../../ui/BackLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ShowMore } from '../../../ui/ShowMore.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { CompareSection } from './CompareSection.tsx';
import { VersionItem } from './VersionItem.tsx';
import { t } from '../words.ts';

/** Every version: who, when, why and what it changed; any two compared, any brought back. */
export function VersionsPage() {
  const versions = usePages('policy.versions', { limit: 50 });
  const [params, setParams] = useSearchParams();
  const numbers = { from: Number(params.get('from')), to: Number(params.get('to')) };
  const compare = (from: number, to: number) =>
    setParams({ from: String(from), to: String(to) }, { replace: true, preventScrollReset: true });
  return (
    <Page
      title={t('versionsTitle')}
      width="reading"
      back={<BackLink href={paths.policy()}>{t('title')}</BackLink>}
    >
      <Loaded cards query={{ ...versions, data: versions.items }}>
        {(items) => (
          <>
            {items.length > 1 && (
              <CompareSection versions={items} from={numbers.from} to={numbers.to} onCompare={compare} />
            )}
            <Box component="ol" aria-label={t('versions')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {items.map((version, index) => (
                <VersionItem
                  key={version.version}
                  policy={version}
                  before={items[index + 1]}
                  comparison={
                    items[0] && index > 0
                      ? paths.policyVersions({ from: String(version.version), to: String(items[0].version) })
                      : undefined
                  }
                />
              ))}
            </Box>
            {versions.more && <ShowMore {...versions.more} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
