import type { Result } from '../../contract/errors.ts';
import type { SsoTestResult } from '../../contract/operations/sso.ts';

/** The link with the provider is new: the person's code is asked for once, with this challenge. */
export interface CodeAsked {
  challenge: string;
}

/** Signing in at an identity provider, which each shell does in its own way. Failures are values. */
export interface Sso {
  /**
   * Signs in at a provider. On the web the page is left for it, and `comeBack` ends it: `left` where the person came back by
   * the browser's own way. `next`: the path to go on to.
   */
  signIn(
    providerId: string,
    next: string,
    signal: AbortSignal,
  ): Promise<Result<'signed_in' | 'left' | CodeAsked>>;
  /** A fresh sign-in at the provider of this session. Waits for the person; `signal` ends the waiting. */
  stepUp(signal: AbortSignal): Promise<Result<unknown>>;
  /** A sign-in that only says what is wrong. */
  test(providerId: string, signal: AbortSignal): Promise<Result<SsoTestResult>>;
  /** What the provider sent back to the address of this page. `handed_over`: another window waited for it. */
  comeBack(parameters: string): Promise<Result<{ next: string; challenge?: string } | 'handed_over'>>;
}
