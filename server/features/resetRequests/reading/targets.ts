import type { ResetRequest } from '../../../../contract/operations/resetRequests.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Voice } from '../../../../contract/words/write.ts';
import type { Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { provenOf } from '../../../domain/authenticators/factorStore.ts';
import { linkedAccounts } from '../../../domain/systems/linkStore.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import type { StoredSystem } from '../../../domain/systems/store.ts';
import { rfc3339, rfc3339OrNull } from '../../../time.ts';
import type { Assessment } from '../assessing/assess.ts';
import { effectsOf } from '../elsewhere/effectStore.ts';
import type { EffectRow } from '../elsewhere/effectStore.ts';
import { heldOf } from '../elsewhere/heldStore.ts';
import type { HeldRow } from '../elsewhere/heldStore.ts';
import { stoppedSentence } from '../elsewhere/settle.ts';
import type { GoingFactor, SystemTarget } from '../rules/effects.ts';
import { targetsIn, whatGoes, whatGoesElsewhere } from '../rules/targets.ts';
import { UNDECIDED } from '../store.ts';

type Target = ResetRequest['targets'][number];
type Whose = Pick<Assessment, 'request' | 'user'>;

/** What a request removes, or has removed: here, and in each connected system. */
export async function readTargets(
  reader: Reader,
  deps: Pick<Deps, 'systems'>,
  whose: Whose,
  voice: Voice,
): Promise<ResetRequest['targets']> {
  const { request, user } = whose;
  const named = targetsIn(request);
  const isDone = request.state === 'completed';
  const ids = isDone ? (named?.ids ?? []) : whatGoes(named, await provenOf(reader, user.id)).ids;
  const state = isDone ? 'done' : 'planned';
  const here: Target = { systemId: null, factorIds: [...ids], state, sentence: null, system: null };
  return [here, ...(await readElsewhere(reader, deps, whose, voice))];
}

async function readElsewhere(
  reader: Reader,
  deps: Pick<Deps, 'systems'>,
  { request }: Whose,
  voice: Voice,
): Promise<Target[]> {
  const isPlanned = [...UNDECIDED, 'approved'].some((state) => state === request.state);
  if (isPlanned) {
    const accounts = await linkedAccounts(reader, request.user_id);
    const goes = whatGoesElsewhere(
      targetsIn(request),
      accounts.map(({ system }) => system.id),
    );
    return accounts.map(({ system, link }) => ({
      systemId: system.id,
      factorIds: namedIn(goes, system.id),
      state: 'planned',
      sentence: null,
      system: { ...untouched(deps, system), account: link.external_name },
    }));
  }
  const targets = targetsIn(request)?.systems ?? [];
  if (targets.length === 0) return [];
  const effects = await effectsOf(reader, request.id);
  const systems = await systemsNamed(
    reader,
    effects.map(({ system_id }) => system_id),
  );
  const accounts = await linkedAccounts(reader, request.user_id);
  const held = await heldOf(reader, request.id);
  return effects.flatMap((effect): Target[] => {
    const system = systems.find(({ id }) => id === effect.system_id);
    if (!system) return [];
    const link = accounts.find((one) => one.system.id === system.id)?.link;
    const account = link?.external_id === effect.external_id ? link.external_name : null;
    const { factorIds = null } = targets.find(({ systemId }) => systemId === system.id) ?? {};
    const said = sentenceOf(effect, request.state);
    return [
      {
        systemId: system.id,
        factorIds: factorIds && [...factorIds],
        state: effect.state,
        sentence: said && voice.write(said),
        system: {
          ...untouched(deps, system),
          ...doneThere(effect),
          account,
          access: accessOf(
            held.find(({ effect_id }) => effect_id === effect.id),
            voice,
          ),
        },
      },
    ];
  });
}

/** Null is everything there; nothing of a system that isn't a target. */
function namedIn(goes: readonly SystemTarget[], systemId: string): string[] | null {
  const target = goes.find((one) => one.systemId === systemId);
  return target ? target.factorIds && [...target.factorIds] : [];
}

function untouched({ systems }: Pick<Deps, 'systems'>, { name, kind }: StoredSystem) {
  const { abilities } = systems.kindOf(kind);
  const nothing = {
    access: null,
    sessions: null,
    sessionsAt: null,
    sentAt: null,
    doneAt: null,
    triesAgainAt: null,
  };
  return { name, holds: abilities.holdsAccount, factors: [], ...nothing };
}

function doneThere(effect: EffectRow) {
  const { factor_ids, sessions, sessions_at, sent_at, done_at, state, sentence, next_at } = effect;
  const waits = (state === 'planned' || state === 'sent') && sentence !== null;
  return {
    factors: (JSON.parse(factor_ids) as GoingFactor[]).map(({ id, kind, name, createdAt, goneAt }) => ({
      id,
      kind,
      name,
      createdAt: rfc3339OrNull(createdAt),
      goneAt: rfc3339OrNull(goneAt ?? null),
    })),
    sessions,
    sessionsAt: rfc3339OrNull(sessions_at),
    sentAt: rfc3339OrNull(sent_at),
    doneAt: rfc3339OrNull(done_at),
    triesAgainAt: waits ? rfc3339(next_at) : null,
  };
}

function accessOf(row: HeldRow | undefined, voice: Voice): NonNullable<Target['system']>['access'] {
  if (!row) return null;
  const said = row.sentence === null ? null : voice.write(JSON.parse(row.sentence) as Sentence);
  return { state: row.state, until: rfc3339OrNull(row.open_until), sentence: said };
}

function sentenceOf(effect: EffectRow, state: ResetRequest['state']): Sentence | null {
  if (effect.sentence !== null) return JSON.parse(effect.sentence) as Sentence;
  if (state === 'executing' || state === 'completed') return null;
  return stoppedSentence(effect, JSON.parse(effect.factor_ids) as GoingFactor[]);
}
