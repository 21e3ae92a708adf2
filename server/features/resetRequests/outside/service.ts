import type { InputOf, OutputOf } from '../../../../contract/operations.ts';
import type { OutsideAct } from '../../../../contract/operations/outside.ts';
import type { CallContext, Deps } from '../../../context.ts';
import { explainOutside, reportOutside } from './answer.ts';
import { listOutside, viewsOf } from './list.ts';
import { outsideById } from './outsideStore.ts';

type Call = Pick<CallContext, 'actor' | 'now' | 'voice'>;

export type OutsideService = ReturnType<typeof createOutsideService>;

/** What was done to factors in connected systems without a request here, and what officers say of it. */
export function createOutsideService(deps: Deps) {
  const { db, events } = deps;

  async function changed(id: string, actor: CallContext['actor']): Promise<OutsideAct> {
    events.publish({ kind: 'reset_requests', change: 'outside' });
    const row = await outsideById(db.kysely, id);
    const [view] = await viewsOf(db.kysely, row ? [row] : [], actor);
    if (!view) throw new Error(`Outside act ${id} is gone.`);
    return view;
  }

  return {
    list: (
      input: InputOf<'resetRequests.outside'>,
      { actor, voice }: Call,
    ): Promise<OutputOf<'resetRequests.outside'>> => listOutside(db.kysely, input, actor, { voice }),
    async explain(input: InputOf<'resetRequests.explainOutside'>, { actor, now }: Call): Promise<OutsideAct> {
      await db.transaction((tx) => explainOutside(tx, deps, { ...input, actor, now }));
      return changed(input.id, actor);
    },
    async report(input: InputOf<'resetRequests.reportOutside'>, { actor, now }: Call): Promise<OutsideAct> {
      await db.transaction((tx) => reportOutside(tx, deps, { ...input, actor, now }));
      return changed(input.id, actor);
    },
  };
}
