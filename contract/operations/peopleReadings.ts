import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { Id, nullable, strict } from '../schemas.ts';
import { PeoplePreview, ReadingTerms } from './peopleReadingSchemas.ts';
import { System, WAITING } from './systems.ts';

export const peopleReadingOperations = {
  'settings.systems.setPeopleReading': defineOperation({
    method: 'PUT',
    path: '/settings/systems/{id}/people-reading',
    summary:
      'Read who exists in a connected system, and keep it up here; null switches it off at once, and everybody stays. Switching it on waits for a second person',
    access: 'settings.write',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ reading: nullable(ReadingTerms) }, strict),
    response: System,
    mayWait: true,
    errors: ['not_found', ...WAITING],
  }),
  'settings.systems.readPeople': defineOperation({
    method: 'POST',
    path: '/settings/systems/{id}/people-reading/read',
    summary: 'Have people read now, rather than when it is due',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    response: System,
    errors: ['not_found'],
  }),
  'settings.systems.previewPeople': defineOperation({
    method: 'GET',
    path: '/settings/systems/{id}/people-reading/preview',
    summary: 'What reading people from a system would do now. Nothing is changed',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    response: PeoplePreview,
    noStore: true,
    errors: ['not_found', 'system_failed'],
  }),
};
