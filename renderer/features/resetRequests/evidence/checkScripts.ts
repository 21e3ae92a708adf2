import type { CheckKind, ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { t } from '../words.ts';

interface Script {
  /** What to do, in one sentence. */
  act: string;
  /** What to say, word for word. */
  say?: string;
  /** What tells a genuine person from a good story. */
  lookFor: readonly string[];
}

/** How a check is made: to be read while someone is on the line. */
export function scriptOf(kind: CheckKind, request: ResetRequest, organisation: string): Script {
  const { person } = request;
  const { name } = request.user;
  switch (kind) {
    case 'request_code':
      return { act: t('codeAct'), say: t('codeSay'), lookFor: [t('codeLook'), t('codeLookOther')] };
    case 'call_back':
      return {
        act: t('callAct'),
        say: t('callSay', { organisation }),
        lookFor: [t('callLook', { name }), t('callLookOther')],
      };
    case 'photo_id_video':
      return {
        act: t('videoAct'),
        say: t('videoSay'),
        lookFor: [t('videoLook', { name }), t('videoLookPicture'), t('videoLookKeep')],
      };
    case 'in_person':
      return {
        act: t('personAct'),
        say: t('personSay'),
        lookFor: [t('personLook', { name }), t('personLookOther')],
      };
    case 'manager_confirmation':
      return {
        act: person.manager ? t('managerAct', { name: person.manager.name }) : t('managerActNone'),
        lookFor: [t('managerLook')],
      };
    case 'existing_code':
      return { act: t('existingAct'), lookFor: [t('existingLook')] };
  }
}
