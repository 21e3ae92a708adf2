/** What a page that lost its session hands to the sign-in page: whether its time was over, or something else ended it. */
export interface SignedOut {
  signedOut: 'time' | 'other';
}
