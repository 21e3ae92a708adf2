import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { doneMigrations, refuseNewer } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { readOrganisation } from '../domain/settings/store.ts';
import { findAhead } from '../features/audit/ahead.ts';
import { examine } from '../features/doctor/examine.ts';
import type { Finding } from '../features/doctor/finding.ts';
import { Failure } from '../failure.ts';
import { configOf } from '../opening.ts';
import { placeOptions, siemOptions } from './options.ts';
import type { Checkpoints, Listening, Mailing, Place, Siem } from './options.ts';
import { noDatabase, withDatabase } from './withDeps.ts';

type DoctorOptions = Place &
  Mailing &
  Checkpoints &
  Siem &
  Pick<Listening, 'tlsCert'> & { json?: true | undefined };

/** Looks at everything that a server with these options would depend on, and says what to do. Changes nothing. */
export async function doctor(options: DoctorOptions, voice: Voice): Promise<void> {
  const findings = await look(options);
  const faults = findings.filter(isFault);
  if (options.json) {
    const told = findings.map(({ code, sentence: said }) => ({ code, sentence: voice.write(said) }));
    console.log(JSON.stringify({ ok: faults.length === 0, findings: told }));
  } else tell(findings, voice);
  if (faults.length > 0) throw new Failure(sentence('doctor', 'faults', { count: faults.length }));
}

/** Faults first, a line each; what is only advised stands apart, so that nobody takes it for one. */
function tell(findings: readonly Finding[], voice: Voice): void {
  const say = voice.say('doctor');
  const faults = findings.filter(isFault);
  const advice = findings.filter(({ isNotice }) => isNotice);
  for (const { code, sentence: said } of faults) console.log(`${code}: ${voice.write(said)}`);
  if (faults.length === 0) console.log(say('well'));
  if (advice.length === 0) return;
  console.log(`\n${say('advice')}`);
  for (const { code, sentence: said } of advice) console.log(`  ${code}: ${voice.write(said)}`);
}

const isFault = ({ isNotice }: Finding) => !isNotice;

async function look(options: DoctorOptions): Promise<Finding[]> {
  const { smtpUrl = null, mailFrom = null, publicUrl = null, checkpointTo = null, tlsCert } = options;
  const config = configOf({
    ...placeOptions(options),
    ...siemOptions(options),
    smtpUrl,
    mailFrom,
    publicUrl,
    checkpointTo,
  });
  const certificateEndsAt = tlsCert ? Date.parse(tlsCert.certificate.validTo) : null;
  try {
    return await withDatabase(options, async (given, db) => {
      if (!given || !db) throw noDatabase(options);
      const done = await doneMigrations(db.kysely, db.dialect);
      if (done.length === 0) throw new Failure(sentence('cli', 'emptyDatabase'));
      refuseNewer(done, migrations);
      await refuseOtherKeys(db.kysely, given, done);
      const waiting = migrations.length - done.length;
      // What is looked at below is of this program's schema.
      if (waiting > 0) return [{ code: 'schema', sentence: sentence('doctor', 'oldSchema', { waiting }) }];
      if (!(await readOrganisation(db.kysely))) throw new Failure(sentence('cli', 'emptyDatabase'));
      const { keys } = given;
      const ahead = () => findAhead({ db, keys, config });
      return examine({ db, keys, config, certificateEndsAt, findAhead: ahead }, Date.now());
    });
  } catch (error) {
    if (!(error instanceof Failure) || typeof error.said === 'string') throw error;
    return [{ code: 'database', sentence: error.said }];
  }
}
