import { mdiDownloadOutline, mdiTrayArrowUp } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Banner } from '../../../ui/Banner.tsx';
import { countryOptions } from '../../../shared/phoneNumbers.ts';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { HEADER, readCsv, TEMPLATE } from './csvFile.ts';
import { SystemOfAccounts } from './SystemOfAccounts.tsx';
import { rich, t } from '../words.ts';

interface Props {
  content: string;
  onChange: (content: string) => void;
  /** Whose phone numbers the file has; empty where each begins with +. */
  country: string;
  onCountry: (country: string) => void;
  /** The connected system whose accounts the file names; empty where it names none. */
  system: string;
  onSystem: (system: string) => void;
  busy: boolean;
  error: string | undefined;
  onCheck: (content: string) => void;
}

/** Characters; a field with more is slow to type in. */
const EDITABLE = 300_000;

const code = (inner: ReactNode) => <code>{inner}</code>;

const COUNTRIES = countryOptions(t('noCountry'));

/** A file, dropped or chosen, or rows pasted from a spreadsheet's CSV. */
export function ImportSource({
  content,
  onChange,
  country,
  onCountry,
  system,
  onSystem,
  busy,
  error,
  onCheck,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readCsv(file);
    setProblem(read.problem);
    if (read.text === undefined) return;
    onChange(read.text);
    onCheck(read.text);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const refusal = problem ?? error;
  return (
    <Section>
      <SelectField
        label={t('countryOfNumbers')}
        options={COUNTRIES}
        value={country}
        onChange={({ target }) => onCountry(target.value)}
        helper={t('countryHelp')}
      />
      <SystemOfAccounts system={system} onSystem={onSystem} />
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          border: 1,
          borderStyle: 'dashed',
          borderColor: isOver ? 'primary.main' : 'control.main',
          bgcolor: isOver ? 'soft.accent' : 'transparent',
          borderRadius: '8px',
          px: 4,
          py: 8,
          mb: 5,
          textAlign: 'center',
        }}
      >
        <Icon path={mdiTrayArrowUp} size={28} sx={{ color: 'text.secondary', mb: 2 }} />
        <Typography sx={{ mb: 3 }}>{t('dropFile')}</Typography>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file, put right meanwhile, can be chosen again.
            event.target.value = '';
          }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 2 }}>
          <SubmitButton onClick={() => input.current?.click()} busy={busy}>
            {t('chooseFile')}
          </SubmitButton>
          <Button
            variant="outlined"
            startIcon={<Icon path={mdiDownloadOutline} size={18} />}
            onClick={() => saveFile('gatehouse-users.csv', TEMPLATE, 'text/csv;charset=utf-8')}
          >
            {t('downloadTemplate')}
          </Button>
        </Box>
      </Box>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      {content.length > EDITABLE ? (
        <Typography color="textSecondary">{t('tooLongToEdit')}</Typography>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (content.trim() === '') return setProblem(t('pasteSomething'));
            setProblem(undefined);
            onCheck(content);
          }}
        >
          <Field
            label={t('pasteRows')}
            multiline
            minRows={6}
            maxRows={16}
            mono
            value={content}
            onChange={(event) => onChange(event.target.value)}
            placeholder={HEADER}
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
            helper={rich('pasteHelp', { code })}
          />
          <SubmitButton variant="outlined" busy={busy}>
            {t('checkRows')}
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}
