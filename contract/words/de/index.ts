import type { EnglishRooms } from '../en/index.ts';

/** German; the reader is addressed as Sie. */
export const de = {
  name: 'Deutsch',
  locale: 'de-DE',
  rooms: {
    app: async () => (await import('./app.ts')).words,
    ui: async () => (await import('./ui.ts')).words,
    shared: async () => (await import('./shared.ts')).words,
    data: async () => (await import('./data.ts')).words,
    signIn: async () => (await import('./signIn.ts')).words,
    securitySettings: async () => (await import('./securitySettings.ts')).words,
    resetRequests: async () => (await import('./resetRequests.ts')).words,
    confirmations: async () => (await import('./confirmations.ts')).words,
    policy: async () => (await import('./policy.ts')).words,
    users: async () => (await import('./users.ts')).words,
    settings: async () => (await import('./settings.ts')).words,
    audit: async () => (await import('./audit.ts')).words,
    dashboard: async () => (await import('./dashboard.ts')).words,
    outbox: async () => (await import('./outbox.ts')).words,
    desktop: async () => (await import('./desktop.ts')).words,
    contradictions: async () => (await import('./contradictions.ts')).words,
    mail: async () => (await import('./mail.ts')).words,
    cli: async () => (await import('./cli.ts')).words,
    'answers/http': async () => (await import('./answers/http.ts')).words,
    'answers/signIn': async () => (await import('./answers/signIn.ts')).words,
    'answers/users': async () => (await import('./answers/users.ts')).words,
    'answers/resetRequests': async () => (await import('./answers/resetRequests.ts')).words,
    'answers/policy': async () => (await import('./answers/policy.ts')).words,
    'answers/sso': async () => (await import('./answers/sso.ts')).words,
    'answers/settings': async () => (await import('./answers/settings.ts')).words,
  } satisfies Record<keyof EnglishRooms, unknown>,
};
