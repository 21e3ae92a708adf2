import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useDesktopState } from '../../data/desktop.ts';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Settings } from './settingsForm.ts';
import { t } from './words.ts';

/** What runs where: for whoever is asked for it by support. */
export function AboutSection({ server, auditPublicKeys }: Pick<Settings, 'server' | 'auditPublicKeys'>) {
  const desktop = useDesktopState();
  return (
    <Section title={t('about')} id="about">
      <DescriptionList
        facts={[
          { term: t('server'), value: `Gatehouse ${server.version}` },
          { term: t('database'), value: server.database },
          { term: t('listensOn'), value: server.address },
          {
            term: t('auditKey'),
            value: (
              <>
                {Object.entries(auditPublicKeys).map(([version, key]) => (
                  <Box key={version} component="code" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
                    {version}:{key}
                  </Box>
                ))}
                <Typography variant="caption" color="textSecondary">
                  {t('auditKeyMeaning')}
                </Typography>
              </>
            ),
          },
          ...(desktop
            ? [{ term: t('thisApp'), value: `Gatehouse ${desktop.version}, ${desktop.platform}` }]
            : []),
        ]}
      />
    </Section>
  );
}
