/** The server: the audit log, and what is wrong with one. */
export const words = {
  noSuchTimeWrite: 'There is no such time. Write it like 2026-11-24T10:00:00Z.',
  noSuchTime: 'There is no such time.',
  noSuchEvent: 'There is no such event.',

  // What is wrong at an event
  follows: 'This event does not follow the one before it.',
  changed: 'This event was changed after it was written.',
  notSealed: 'This event was not written by this server: it lacks the seal of its key.',
  endedElsewhere: 'Before this event the log did not end where the server had left it.',
  missingFrom: 'Events are missing before this one, from {first, number} on.',
  twice: 'This event is there twice or out of order.',

  // What is wrong with the end
  endMoved: 'The log does not end where it should: events were cut off or added.',
  endNotSealed: 'The end of the log lacks the seal of this server’s key: it was cut off, or moved.',

  // What checkpoints say
  notTheSigned: 'The log up to here is not the one that was signed.',
  notAllHere:
    'A signed checkpoint knows {count, plural, one {# event, which is not here} other {# events, which are not all here}}.',
  keyUnknown: 'A checkpoint is signed by key {version}, which is not known here.',
  checkpointChanged: 'A checkpoint was changed after it was signed.',
  fileMissing:
    'The file {file} is missing; {due, plural, one {# checkpoint} other {# checkpoints}} should be in it.',
  checkpointsMissing:
    'Of {due, plural, one {# checkpoint} other {# checkpoints}} {missing, plural, one {# is} other {# are}} missing in {place}, the first is number {first, number}.',
  theDatabase: 'the database',
  thisExport: 'this export',
  nothingSigned:
    'From this event on nothing is signed, though it is over an hour old. Where the server was ended at once, start it, wait a minute, and verify again.',
  lineUnreadable: 'Line {line, number} of {file} can’t be read.',

  // What is wrong with an export
  notAnExport: 'This is not an export of the audit log in the format jsonl.',
  aPart:
    'This is a part of the audit log, chosen by filters, and whether anything is missing from a part can’t be verified. Export the whole log: Audit log > Export, without filters.',
  lineUnlikeExport: 'Line {line, number} is not as an export has it.',
  endByAnotherKey: 'The end of the export is not signed by the key that you named.',
  endNotSigned: 'The end of the export is not signed.',

  // What can’t be known
  putBackCompare:
    'Whether the whole database was put back to an earlier state: compare the newest checkpoint at {place} with number {made, number}, the newest here.',
  putBack:
    'Whether the whole database was put back to an earlier state: no checkpoint is kept outside it. Name a place with --checkpoint-to.',
  afterExport: 'What happened after this export was made, at {at}.',
  cutOffAtEnd:
    'Whether events were cut off at its end: this export was made by a Gatehouse that did not sign the end of exports yet.',
} as const;
