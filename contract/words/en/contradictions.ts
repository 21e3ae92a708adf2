/** What contradicts itself in a policy, what is wrong with a text, what is frozen; said by console and server. */
export const words = {
  // A policy as a whole
  requiredButUnavailable:
    'MFA can’t be required and unavailable at once. Make it available, or require it of nobody.',
  nobodySelected: 'Choose at least one role, department or wave, or require MFA of nobody.',
  noDate: 'This is not a date. Choose one.',
  idlesTooLong: 'A session can’t idle for longer than it lasts. Shorten the idle time.',

  // The evidence of a tier
  requestCodeAsCheck: 'The request code has its own switch: take it out of the checks.',
  tooFewChecks:
    '{count, plural, one {# check is} other {# different checks are}} asked for, but {possible, plural, =0 {none} other {only #}} can be made.',
  strongBeyondCount: 'More strong checks are asked for than checks in all.',
  tooFewStrongChecks: 'More strong checks are asked for than can be made. Add {checks}.',
  inPerson: '“In person”',
  photoIdByVideo: '“Photo ID by video”',
  managersConfirmation: '“Manager’s confirmation”',

  // Waves
  noWaveToPause: 'There is no wave to pause. Add one, or end the pause.',
  waveBeforeRule:
    'This wave would begin before the rule does. Choose a later date, or let the rule begin earlier.',
  dateTaken: 'Another wave begins on this date. Choose another date, or make one wave of the two.',
  alreadyRequired: '{department} is asked without a wave already. Take it out here or there.',
  inEarlierWave: '{department} is in an earlier wave already. Take it out of one of them.',
  wavesNeedSelection: 'Waves go with selected roles and departments. Choose those, or take the waves out.',
  wavesAskNobody:
    'The role User includes everyone, so the waves would ask nobody. Take the role or the waves out.',
  tooManyDepartments:
    'A policy names at most {most, number} departments, in waves and without. Take some out.',

  // A text with a character that nobody sees, as what it holds, at the end of a sentence
  invisibleAfter: 'an invisible character after “{before}”',
  invisibleAtStart: 'an invisible character at its beginning',
  turningAfter: 'a character that turns the direction of writing after “{before}”',
  turningAtStart: 'a character that turns the direction of writing at its beginning',

  // What is frozen, at the beginning of a sentence and within one
  frozenFirst:
    '{what, select, resets {All resets} setups {New setups} passwords {Passwords by mail} resets_setups {All resets and new setups} resets_passwords {All resets and passwords by mail} setups_passwords {New setups and passwords by mail} other {All resets, new setups and passwords by mail}}',
  frozenWithin:
    '{what, select, resets {all resets} setups {new setups} passwords {passwords by mail} resets_setups {all resets and new setups} resets_passwords {all resets and passwords by mail} setups_passwords {new setups and passwords by mail} other {all resets, new setups and passwords by mail}}',
} as const;
