import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { AUDIT_ACTIONS } from '../../../contract/auditActions.ts';
import type { AuditAction } from '../../../contract/auditActions.ts';
import { paths } from '../../../contract/paths.ts';
import type { AuditEvent } from '../../../contract/schemas.ts';
import { deviceOf } from '../../shared/device.ts';
import { factorWords } from '../../shared/origin.ts';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

/** From where an event came, with what they got in, and what else was done from there. */
export function OriginSection({ event: { action, origin } }: { event: AuditEvent }) {
  if (!origin) {
    return (
      <Section title={t('cameFrom')}>
        <Typography variant="body2" color="textSecondary">
          {isByServer(action) ? t('byGatehouseItself') : t('originUnknown')}
        </Typography>
      </Section>
    );
  }
  const { address, userAgent, session, factors } = origin;
  return (
    <Section title={t('cameFrom')}>
      <DescriptionList
        facts={[
          { term: t('usedFactors'), value: factorWords(factors) || t('noFactor') },
          {
            term: t('address'),
            value: address === null ? t('unknown') : <Link href={paths.audit({ address })}>{address}</Link>,
          },
          {
            term: t('browser'),
            value: (
              <>
                {deviceOf(userAgent)}
                {userAgent !== null && (
                  <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{userAgent}</Box>
                )}
              </>
            ),
          },
          {
            term: t('session'),
            value:
              session === null ? (
                t('noSession')
              ) : (
                <>
                  <code>{session}</code>
                  <Box>
                    <Link href={paths.audit({ session })}>{t('showSession')}</Link>
                  </Box>
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}

/** A later version may write others. */
const isByServer = (action: string) =>
  Object.hasOwn(AUDIT_ACTIONS, action) && AUDIT_ACTIONS[action as AuditAction] === 'server';
