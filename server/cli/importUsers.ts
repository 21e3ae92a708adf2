import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { readFile } from 'node:fs/promises';
import { OPTIONAL_FIELDS, optionalFields } from '../../contract/importFields.ts';
import type { OptionalField } from '../../contract/importFields.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { NEVER } from '../features/setup/createOrganisation.ts';
import { csvText } from '../features/users/import/csvText.ts';
import { goneAtMost } from '../features/users/import/gone.ts';
import { readMapping } from '../features/users/import/readMapping.ts';
import { Failure, WrongUse } from '../failure.ts';
import { createServices } from '../services.ts';
import { readNewPassword } from './input.ts';
import type { Mailing, Place } from './options.ts';
import type { Values } from './readOptions.ts';
import { withOrganisation } from './withDeps.ts';

type Group = NonNullable<OutputOf<'users.import'>['groups']>[number];

type ImportOptions = Place &
  Mailing &
  Values<'country'> & {
    dryRun?: true | undefined;
    initialPasswordStdin?: true | undefined;
    leaveOutBadValues?: true | undefined;
    /** Fields, with commas between. */
    leaveOut?: string | undefined;
    /** As JSON. */
    mapping?: string | undefined;
    whole?: true | undefined;
    /** Of `whole`, as typed. */
    goneAtMost?: string | undefined;
  };

export async function importFile(file: string, options: ImportOptions, voice: Voice): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure(sentence('cli', 'unreadableCsv', { file }), { cause: error });
  });
  const content = csvText(bytes);
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  const most = Number(options.goneAtMost ?? '0');
  if (!Number.isSafeInteger(most) || most < 0) throw new WrongUse(sentence('cli', 'goneAtMost'));
  const leavesOut = options.leaveOutBadValues ? OPTIONAL_FIELDS : fieldsIn(options.leaveOut ?? '');
  const password = options.initialPasswordStdin ? await readNewPassword('', voice) : null;
  const result = await withOrganisation(options, async (deps) => {
    const hash = password === null ? null : await deps.passwords.hash(password);
    return createServices(deps).users.importFile({
      content,
      dryRun: options.dryRun ?? false,
      country: options.country,
      mapping,
      leavesOut,
      grouped: { rows: Infinity },
      agrees: options.whole ? goneAtMost(most) : null,
      initialPassword: hash === null ? null : { hash, activationWaivedUntil: NEVER },
      now: deps.now(),
      voice,
    });
  });
  tell(result, options, voice);
  if (!options.dryRun && password === null && result.imported > 0)
    console.error(voice.say('cli')('invitationsGo'));
}

/** What a person names without a typing error. */
function fieldsIn(names: string): OptionalField[] {
  const fields = optionalFields(names);
  if (names !== '' && fields.length < names.split(',').length)
    throw new WrongUse(sentence('cli', 'noSuchFields', { fields: OPTIONAL_FIELDS.join(', ') }));
  return fields;
}

/** Rows of a problem that are told one by one; of what changes, all are. */
const TOLD = 20;

function tellGroup({ kind, title, count, imported, lines, rows }: Group, voice: Voice): void {
  const say = voice.say('cli');
  const words = kind === 'changes' ? 'lineChanges' : imported ? 'lineWithout' : 'lineProblem';
  if (count > 1) console.error(say('problemGroup', { title, count }));
  const told = kind === 'changes' ? rows : rows.slice(0, TOLD);
  for (const { line, problem } of told) console.error(say(words, { line: String(line), problem }));
  if (told.length < count) console.error(say('allLines', { count, lines }));
}

function tell(
  {
    imported,
    updated,
    unchanged,
    skipped,
    suspended,
    gone,
    groups = [],
    columns = [],
  }: OutputOf<'users.import'>,
  { dryRun }: ImportOptions,
  voice: Voice,
): void {
  const say = voice.say('cli');
  const unread = columns.filter(({ header, field }) => header !== '' && field === null);
  if (unread.length > 0)
    console.error(say('columnsUnread', { columns: unread.map(({ header }) => header).join(', ') }));
  for (const group of groups) tellGroup(group, voice);
  console.log(
    say(dryRun ? 'wouldImport' : 'imported', { imported: String(imported), skipped: String(skipped) }),
  );
  if (updated + unchanged > 0) {
    const counts = { updated: String(updated), unchanged: String(unchanged) };
    console.log(say(dryRun ? 'wouldChange' : 'changed', counts));
  }
  if (gone) console.log(say('wouldGo', { count: String(gone.count), kept: String(gone.kept) }));
  if (suspended !== undefined) console.log(say('gone', { suspended: String(suspended) }));
  if (imported + updated + unchanged === 0 && skipped > 0)
    throw new Failure(sentence('cli', 'nothingToImport'));
}
