/** The server: views of lists that people keep. */
export const words = {
  noSuchView: 'You have no such view.',
  notYourList: 'Your roles don’t let you read this list.',
  notOfThisList: 'This holds something that the list doesn’t filter or sort by.',
  nameTaken: 'You have a view called “{name}” of this list already. Choose another name.',
  tooManyViews: 'You have {most, number} views, which is as many as there can be. Delete one first.',
} as const;
