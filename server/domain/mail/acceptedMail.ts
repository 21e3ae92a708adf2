/** A mail that a mail server has taken. */
export interface AcceptedMail {
  id: string;
  kind: string;
  userId: string | null;
  requestId: string | null;
  /** UTC ms. */
  acceptedAt: number;
}
