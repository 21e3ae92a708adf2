import { mdiPlus } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { RollOut, Upcoming, Wave } from '../../../../contract/operations/rollOut.ts';
import { useRead } from '../../../data/useRead.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { FieldLabel } from '../../../ui/fieldParts.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import {
  inOrder,
  limitWords,
  nextDate,
  pausedFrom,
  pauseWords,
  peopleOn,
  waveWords,
} from './rollOutWords.ts';
import { problemIdIn, Setting } from '../fields/Setting.tsx';
import type { SectionProps } from '../fields/sectionProps.ts';
import { WaveFields } from './WaveFields.tsx';
import { t } from '../words.ts';

const MOST_WAVES = 30;
const FIRST_LIMIT = 50;

interface Props extends SectionProps {
  /** Whom the policy as it is set now asks on dates to come; undefined while that isn't known. */
  upcoming: readonly Upcoming[] | undefined;
}

/** Departments one after another, what pauses them, and what pauses them by itself. */
export function RollOutSettings({ policy, problems, upcoming }: Props) {
  const { base, draft, set } = policy;
  const { rollOut } = draft;
  const { waves } = rollOut;
  const [added, setAdded] = useState<Wave>();
  const now = useNow();
  const common = { policy, problems };
  const change = (part: Partial<RollOut>) => set({ rollOut: { ...rollOut, ...part } });
  const setWave = (at: number, wave: Wave) =>
    change({ waves: waves.map((one, index) => (index === at ? wave : one)) });
  const ranks = inOrder(waves);
  const people = ({ startsOn }: Wave) => {
    const date = upcoming?.find(({ at }) => Date.parse(at) === Date.parse(startsOn));
    return date && peopleOn(date);
  };
  return (
    <>
      <Setting {...common} of="rollOut.waves" wide>
        <FieldLabel label={t('inWaves')} />
        <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 600 }}>
          {t('inWavesLead')}
        </Typography>
        {waves.length > 0 && (
          <Box component="ol" aria-label={t('waves')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {waves.map((wave, at) => {
              const rank = ranks.indexOf(wave);
              return (
                <WaveFields
                  key={at}
                  number={rank + 1}
                  wave={wave}
                  words={waveWords(wave, { base, draft, people: people(wave), now })}
                  problem={problems[`rollOut.waves.${rank}`]}
                  isNew={wave === added}
                  onChange={(changed) => setWave(at, changed)}
                  onRemove={() => change({ waves: waves.filter((_, index) => index !== at) })}
                />
              );
            })}
          </Box>
        )}
        {waves.length < MOST_WAVES && (
          <Button
            size="small"
            startIcon={<Icon path={mdiPlus} size={18} />}
            onClick={() => {
              const wave = { startsOn: nextDate(waves, now), departments: [] };
              setAdded(wave);
              change({ waves: [...waves, wave] });
            }}
            sx={{ mt: 2 }}
          >
            {t('addWave')}
          </Button>
        )}
      </Setting>
      {waves.length > 0 && (
        <>
          <Setting {...common} of="rollOut.pausedAt">
            <SwitchField
              flush
              label={t('pauseRollOut')}
              helper={pauseWords(base, draft, now)}
              checked={rollOut.pausedAt !== null}
              onChange={(isPaused) =>
                set({ rollOut: isPaused ? pausedFrom(rollOut, base, now) : { ...rollOut, pausedAt: null } })
              }
            />
          </Setting>
          <LimitSetting {...common} />
        </>
      )}
    </>
  );
}

function LimitSetting({ policy, problems }: SectionProps) {
  const { base, draft, set } = policy;
  const { rollOut } = draft;
  const limit = rollOut.pauseAtOpenRequests;
  const dashboard = useRead('dashboard.get', {});
  const change = (pauseAtOpenRequests: number | null) =>
    set({ rollOut: { ...rollOut, pauseAtOpenRequests } });
  return (
    <Setting policy={policy} problems={problems} of="rollOut.pauseAtOpenRequests">
      <SwitchField
        flush
        label={t('pauseWhenMany')}
        helper={limitWords(rollOut, dashboard.data?.queue.open)}
        checked={limit !== null}
        onChange={(isOn) => change(isOn ? (base.rollOut.pauseAtOpenRequests ?? FIRST_LIMIT) : null)}
      />
      {limit !== null && (
        <NumberField
          label={t('whenMoreThan')}
          unit={t('unitRequests', { count: limit })}
          value={limit}
          onChange={change}
          problemId={problemIdIn(problems, 'rollOut.pauseAtOpenRequests')}
        />
      )}
    </Setting>
  );
}
