/** What is asked of people about reset requests: of the one it is for, and of a manager. */
export const words = {
  // On every page of theirs
  didYouAsk: 'Did you ask for your MFA to be reset? The request waits until you answer.',
  handedNotice: '{by} handed you the request of {person}.',
  decisionNotice: '{by} waits for you to decide the request of {person}.',
  open: 'Open',
  openAll: 'Open the list',
  handedNotices: '{count, plural, one {# request was handed to you.} other {# requests were handed to you.}}',
  decisionNotices:
    '{count, plural, one {A colleague waits for you to decide # request.} other {Colleagues wait for you to decide # requests.}}',
  confirmationsWait:
    '{count, plural, one {The help desk asks you to confirm a reset request from one of your people.} other {The help desk asks you to confirm # reset requests from your people.}}',
  answer: 'Answer',

  // The page of what waits for an answer
  title: 'Confirm reset requests',
  lead: 'The help desk asks you as the manager on record, or in their place. Speak to the person yourself before you answer.',
  nothingToConfirm: 'There is nothing to confirm',
  nothingToConfirmWhy: 'The request has already been answered, or it is over.',

  // One question
  question: 'Did {name} ask for an MFA reset?',
  username: 'Username',
  department: 'Department',
  noneOnRecord: 'None on record',
  reason: 'Reason given',
  requestMade: 'Request made',
  askedBy: 'Asked by',
  askedByAt: '{name}, {at}',
  asDeputy: 'You are asked because {name}’s manager has not answered.',
  speakToThem:
    'Speak to {name} in person, or call a number you already knew. A mail, a chat or a voice from an unknown number is not enough.',
  yes: 'Yes, it is genuine',
  no: 'No, or I can’t tell',

  // Confirming the answer
  confirmTitle: 'Confirm that {name} asked for it?',
  refuseTitle: 'Refuse to confirm it for {name}?',
  confirm: 'Confirm',
  refuse: 'Refuse',
  confirmMeans:
    'It counts as evidence for a reset, with your name. You confirm it with a code from your authenticator app.',
  refuseMeans:
    'It stays on record with your name, and more evidence is asked for. You confirm it with a code from your authenticator app.',
  note: 'Note',
  noteHelper: 'How you spoke to them.',
  answerRecorded: 'Your answer is recorded. The help desk sees it at once.',
} as const;
