import { mdiDownloadOutline, mdiTrayArrowUp } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState, type DragEvent } from 'react';
import { Banner } from '../../../ui/Banner.tsx';
import { countryOptions } from '../../../shared/phoneNumbers.ts';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { readCsv, TEMPLATE } from './csvFile.ts';

interface Props {
  content: string;
  onChange: (content: string) => void;
  /** Whose phone numbers the file has; empty where each begins with +. */
  country: string;
  onCountry: (country: string) => void;
  busy: boolean;
  error: string | undefined;
  onCheck: (content: string) => void;
}

/** Characters; a field with more is slow to type in. */
const EDITABLE = 300_000;

const COUNTRIES = countryOptions('None: each begins with +');

/** A file, dropped or chosen, or rows pasted from a spreadsheet's CSV. */
export function ImportSource({ content, onChange, country, onCountry, busy, error, onCheck }: Props) {
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
        label="Country of the phone numbers"
        options={COUNTRIES}
        value={country}
        onChange={({ target }) => onCountry(target.value)}
        helper="Numbers without + and a country code are read as people there dial them."
      />
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
        <Typography sx={{ mb: 3 }}>Drop a CSV file here, or choose one.</Typography>
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
            Choose a file
          </SubmitButton>
          <Button
            variant="outlined"
            startIcon={<Icon path={mdiDownloadOutline} size={18} />}
            onClick={() => saveFile('gatehouse-users.csv', TEMPLATE, 'text/csv;charset=utf-8')}
          >
            Download a template
          </Button>
        </Box>
      </Box>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      {content.length > EDITABLE ? (
        <Typography color="textSecondary">
          The file is too long to change it here. Put it right and choose it again.
        </Typography>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (content.trim() === '') return setProblem('Paste the header and at least one row.');
            setProblem(undefined);
            onCheck(content);
          }}
        >
          <Field
            label="Or paste the rows"
            multiline
            minRows={6}
            maxRows={16}
            mono
            value={content}
            onChange={(event) => onChange(event.target.value)}
            placeholder="username,email,name,department,role,phone,mobile,manager"
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
            helper={
              <>
                The first line is the header. Username, e-mail and name are needed. Separate several roles
                with <code>;</code>, a manager is a username.
              </>
            }
          />
          <SubmitButton variant="outlined" busy={busy}>
            Check these rows
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}
