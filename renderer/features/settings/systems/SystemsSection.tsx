import { mdiPlus } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { System } from '../../../../contract/operations/systems.ts';
import { NOT_LINKED, SYSTEM_NAMES } from '../../../../contract/systems.ts';
import { useRead } from '../../../data/useRead.ts';
import { dateFormat } from '../../../language/intl.ts';
import { ActionList } from '../../../ui/ActionList.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { ConnectedRow } from '../ConnectedRow.tsx';
import { t } from '../words.ts';
import { LinkRuleDialog } from './LinkRuleDialog.tsx';
import { ReadPeopleDialog } from './ReadPeopleDialog.tsx';
import { RemoveSystemDialog } from './RemoveSystemDialog.tsx';
import { SystemDialog } from './SystemDialog.tsx';
import { SystemTestDialog } from './SystemTestDialog.tsx';

type About = 'edit' | 'test' | 'remove' | 'rule' | 'people';
type Open = { name: 'add' } | { name: About; system: System };

const dayFormat = dateFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Products in which people have MFA besides here. */
export function SystemsSection() {
  const systems = useRead('settings.systems.list', {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t('systems')}
      id="systems"
      lead={t('systemsLead')}
      action={
        <Button
          size="small"
          variant="outlined"
          startIcon={<Icon path={mdiPlus} size={18} />}
          onClick={() => setOpen({ name: 'add' })}
        >
          {t('addSystem')}
        </Button>
      }
    >
      <Loaded query={systems}>
        {({ items }) => (
          <>
            {items.length === 0 && <Typography color="textSecondary">{t('noSystem')}</Typography>}
            <ActionList>
              {items.map((system) => (
                <SystemRow key={system.id} system={system} onOpen={(name) => setOpen({ name, system })} />
              ))}
            </ActionList>
          </>
        )}
      </Loaded>
      {open?.name === 'add' && <SystemDialog onClose={close} />}
      {open?.name === 'edit' && <SystemDialog system={open.system} onClose={close} />}
      {open?.name === 'test' && <SystemTestDialog system={open.system} onClose={close} />}
      {open?.name === 'rule' && <LinkRuleDialog system={open.system} onClose={close} />}
      {open?.name === 'people' && <ReadPeopleDialog system={open.system} onClose={close} />}
      {open?.name === 'remove' && <RemoveSystemDialog system={open.system} onClose={close} />}
    </Section>
  );
}

function SystemRow({ system, onOpen }: { system: System; onOpen: (name: About) => void }) {
  const { name, kind, url, realm, linked } = system;
  const facts = [SYSTEM_NAMES[kind], ...(realm === null ? [] : [realm]), t('linked', { count: linked })];
  return (
    <ConnectedRow
      name={name}
      address={url}
      facts={facts}
      test={{
        label: t('testSystem'),
        named: t('testSystemNamed', { system: name }),
        onClick: () => onOpen('test'),
      }}
      more={{
        label: t('moreForSystem', { system: name }),
        actions: [
          { label: t('edit'), onSelect: () => onOpen('edit') },
          { label: t('linkByRule'), onSelect: () => onOpen('rule') },
          ...(system.listsPeople ? [{ label: t('readPeople'), onSelect: () => onOpen('people') }] : []),
          { label: t('remove'), danger: true, onSelect: () => onOpen('remove') },
        ],
      }}
    >
      {system.linkRule && <RuleState rule={system.linkRule} />}
      {system.people && <ReadingState people={system.people} />}
      <WantedLinks {...system.wanted} />
      {system.secretExpiresOn !== null && <SecretEnd on={system.secretExpiresOn} />}
    </ConnectedRow>
  );
}

function SecretEnd({ on }: { on: string }) {
  const isOver = Date.parse(on) <= useNow();
  const day = dayFormat.format(new Date(on));
  return (
    <Typography variant="body2" sx={{ color: isOver ? 'error.main' : 'text.secondary' }}>
      {isOver ? t('secretEndedOn', { day }) : t('secretEndsOn', { day })}
    </Typography>
  );
}

function RuleState({ rule: state }: { rule: NonNullable<System['linkRule']> }) {
  const { rule, looked, linked, problem } = state;
  return (
    <Typography variant="body2" sx={{ color: problem === null ? 'text.secondary' : 'error.main' }}>
      {problem === null ? t('ruleState', { rule, looked, linked }) : t('ruleProblem', { problem })}
    </Typography>
  );
}

function ReadingState({ people }: { people: NonNullable<System['people']> }) {
  const { every, counts, gone, problem } = people;
  if (problem !== null)
    return (
      <Typography variant="body2" sx={{ color: 'error.main' }}>
        {t('readProblem', { problem })}
      </Typography>
    );
  return (
    <Typography variant="body2" color="textSecondary">
      {counts
        ? t('readState', { every, read: counts.read, leftOut: counts.leftOut, gone: gone.length })
        : t('readFirst', { every })}
    </Typography>
  );
}

/** How many are named. */
const NAMED = 8;

/** What became of the links that a file asked for, as long as there is something to say. */
function WantedLinks({ waiting, not }: System['wanted']) {
  return (
    <>
      {waiting > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('wantedWaiting', { count: waiting })}
        </Typography>
      )}
      {NOT_LINKED.map((why) => {
        const people = not.filter((link) => link.why === why);
        const names = people.slice(0, NAMED).map(({ name, account }) => `${name} (${account})`);
        return people.length === 0 ? null : (
          <Typography key={why} variant="body2" sx={{ color: 'warning.main', overflowWrap: 'anywhere' }}>
            {t('wantedNot', {
              why: t('ruleNot', { why, count: people.length }),
              names: t('ruleNames', { names: names.join(', '), more: people.length - names.length }),
            })}
          </Typography>
        );
      })}
    </>
  );
}
