/** As much of oidc-provider as is used here; it ships without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface AdapterPayload {
    grantId?: string;
    consumed?: number;
  }

  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(code: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface InteractionDetails {
    uid: string;
    parJti?: string;
    params: { login_hint?: string; claims?: string };
  }

  export interface Context {
    oidc: {
      result?: { login?: object };
      account: { accountId: string };
      client: { clientId: string };
      provider: Provider;
      entities: { AuthorizationCode?: { claims?: unknown } };
    };
    status: number;
    redirect(url: string): void;
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: object);
    proxy: boolean;
    readonly Grant: new (properties: { accountId: string; clientId: string }) => Grant;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }

  type Failed = new (description: string) => Error;
  export const errors: { InvalidGrant: Failed; InvalidRequest: Failed };
  export const interactionPolicy: {
    Prompt: new (spec: { name: string; requestable: boolean }, ...checks: object[]) => object;
    Check: new (reason: string, description: string, check: (context: Context) => boolean) => object;
  };
}
