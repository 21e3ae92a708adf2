import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useDesktopState } from '../../data/desktop.ts';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Settings } from './settingsForm.ts';

/** What runs where: for whoever is asked for it by support. */
export function AboutSection({ server, auditPublicKeys }: Pick<Settings, 'server' | 'auditPublicKeys'>) {
  const desktop = useDesktopState();
  return (
    <Section title="About">
      <DescriptionList
        facts={[
          { term: 'Server', value: `Gatehouse ${server.version}` },
          { term: 'Database', value: server.database },
          { term: 'Listens on', value: server.address },
          {
            term: 'Audit log’s public key',
            value: (
              <>
                {Object.entries(auditPublicKeys).map(([version, key]) => (
                  <Box key={version} component="code" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
                    {version}:{key}
                  </Box>
                ))}
                <Typography variant="caption" color="textSecondary">
                  Whoever verifies an export of the audit log needs it.
                </Typography>
              </>
            ),
          },
          ...(desktop
            ? [{ term: 'This app', value: `Gatehouse ${desktop.version}, ${desktop.platform}` }]
            : []),
        ]}
      />
    </Section>
  );
}
