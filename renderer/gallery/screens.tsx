import type { ReactNode } from 'react';
import { paths } from '../../contract/paths.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { useRead } from '../data/useRead.ts';
import { CodeStep } from '../features/signIn/CodeStep.tsx';
import { ResetRequested } from '../features/signIn/ResetRequested.tsx';
import { ResetStep } from '../features/signIn/ResetStep.tsx';
import { SetupStep } from '../features/signIn/SetupStep.tsx';
import { t as appWords } from '../app/words.ts';
import { t as settingsWords } from '../features/settings/words.ts';
import { t as usersWords } from '../features/users/words.ts';
import type { Act } from './acts.ts';
import { HR_FILE } from './fixture/hrFile.ts';
import { full } from './fixture/recorded.ts';
import type { Written } from './fixture/transport.ts';
import { ATTESTOR, CONFIRMATIONS, MAILS, NOTICES } from './fixture/written.ts';
import { ago, JO, LABS } from './sample.ts';
import { nothing } from './Held.tsx';
import { t } from './words.ts';

type Options = OutputOf<'signIn.options'>;

export type ScreenState = 'full' | 'empty' | 'loading' | 'failing';

/** A page as the console has it; only what it is answered comes from the fixture. */
export interface Screen {
  title: string;
  /** Where it stands; none for a step that is reached by what was typed before. */
  path?: string;
  /** What stands there instead of the router's own pages. */
  show?: (options: Options) => ReactNode;
  written?: Written;
  /** Where it is reached by what is done on its page. */
  acts?: readonly Act[];
  states: readonly ScreenState[];
}

const EVERY: readonly ScreenState[] = ['full', 'empty', 'loading', 'failing'];
const RECORDED: readonly ScreenState[] = ['full', 'loading', 'failing'];
const ONE: readonly ScreenState[] = ['full'];

/** Whoever was signed in when it was recorded. */
const ME = full.answers.find(({ operation }) => operation === 'me.get')?.answer as OutputOf<'me.get'>;
const step = { banner: null, challenge: '', onRestart: nothing, onSignedIn: nothing };
const in30Minutes = ago({ minutes: -30 });

export const SCREENS: ReadonlyMap<string, Screen> = new Map(
  Object.entries({
    signIn: { title: t('signIn'), path: paths.signIn(), states: RECORDED },
    code: {
      title: t('codeScreen'),
      show: (options) => <CodeStep {...step} options={options} onReset={nothing} />,
      states: ONE,
    },
    setUp: {
      title: t('setUpScreen'),
      show: (options) => (
        <SetupStep
          {...step}
          options={options}
          challenge={{
            outcome: 'setup_required',
            challenge: '',
            expiresAt: in30Minutes,
            activationRequired: false,
          }}
          onDone={nothing}
        />
      ),
      written: {
        'signIn.beginEnrolment': {
          enrolmentId: '01890c5e-0000-7000-8000-000000000001',
          secret: 'KRUGS4ZAMFRGG2LTKRUGS4ZAMFRGG2LT',
          otpauthUri: 'otpauth://totp/Northwind%20Clinics:jo.park?secret=KRUGS4ZAMFRGG2LTKRUGS4ZAMFRGG2LT',
          expiresAt: in30Minutes,
        },
      },
      states: ['full', 'loading', 'failing'],
    },
    askForReset: {
      title: t('askForResetScreen'),
      show: (options) => <ResetStep {...step} options={options} onBack={nothing} onRequested={nothing} />,
      states: ONE,
    },
    resetAskedFor: {
      title: t('resetAskedForScreen'),
      show: (options) => (
        <ResetRequested banner={null} options={options} requestCode="K7F2QD" onClose={nothing} />
      ),
      states: ONE,
    },
    forgotPassword: { title: t('forgotPasswordScreen'), path: paths.forgotPassword(), states: ONE },
    setPassword: {
      title: t('setPasswordScreen'),
      path: `${paths.setPassword()}#example`,
      written: { 'password.lookAtLink': { username: 'jo.park', first: true } },
      states: ['full', 'failing'],
    },
    thisWasntMe: {
      title: t('thisWasntMeScreen'),
      path: `${paths.thisWasntMe()}#example`,
      written: {
        'resetRequests.lookAtLink': {
          name: JO,
          username: 'jo.park',
          openedAt: ago({ minutes: 41 }),
          done: false,
          checks: [],
        },
      },
      states: ['full', 'failing'],
    },
    identityCheck: {
      title: t('identityCheckScreen'),
      path: `${paths.identityCheck()}#example`,
      written: {
        'identityChecks.look': {
          organisation: 'Northwind',
          system: 'Okta',
          code: 'K7F2QD',
          endsAt: ago({ minutes: -13 }),
          isOver: false,
          helpDesk: { phone: '+49 30 5550100', hours: '8–18' },
        },
      },
      states: ['full', 'failing'],
    },
    lostDevice: { title: t('lostDeviceScreen'), path: full.places['lostDevice'], states: RECORDED },
    lostDeviceCode: { title: t('lostDeviceCodeScreen'), path: paths.lostDevice(), states: ONE },
    dashboard: { title: t('dashboardScreen'), path: paths.dashboard(), states: EVERY },
    cannotSave: {
      title: t('cannotSaveScreen'),
      path: paths.dashboard(),
      written: { 'me.get': { ...ME, trouble: t('diskFull') } },
      states: ONE,
    },
    waitingForYou: {
      title: t('waitingForYouScreen'),
      path: paths.dashboard(),
      written: { 'notices.list': NOTICES },
      acts: [{ pressBegins: appWords('forYou') }],
      states: ONE,
    },
    nothingWaits: {
      title: t('nothingWaitsScreen'),
      path: paths.dashboard(),
      written: { 'notices.list': { groups: [] } },
      acts: [{ pressBegins: appWords('forYou') }],
      states: ONE,
    },
    users: { title: t('usersScreen'), path: paths.users(), states: EVERY },
    user: { title: t('userScreen'), path: full.places['user'], states: RECORDED },
    userWaiting: { title: t('userWaitingScreen'), path: full.places['waiting'], states: RECORDED },
    importUsers: { title: t('importScreen'), path: paths.importUsers(), states: ONE },
    importChecked: {
      title: t('importCheckedScreen'),
      path: paths.importUsers(),
      acts: [{ fill: usersWords('pasteRows'), text: HR_FILE }, { press: usersWords('checkRows') }],
      states: ONE,
    },
    resetRequests: { title: t('resetRequestsScreen'), path: paths.resetRequests(), states: EVERY },
    resetRequest: { title: t('resetRequestScreen'), path: full.places['resetRequest'], states: RECORDED },
    outside: { title: t('outsideScreen'), path: paths.outside(), states: EVERY },
    confirmations: {
      title: t('confirmationsScreen'),
      path: paths.confirmations(),
      written: { 'me.confirmations': CONFIRMATIONS },
      states: EVERY,
    },
    policy: { title: t('policy'), path: paths.policy(), states: EVERY },
    policyVersions: { title: t('policyVersionsScreen'), path: paths.policyVersions(), states: EVERY },
    audit: { title: t('auditScreen'), path: paths.audit(), states: EVERY },
    resetReport: { title: t('resetReportScreen'), path: paths.resetReport(), states: EVERY },
    outbox: {
      title: t('outboxScreen'),
      path: paths.outbox(),
      written: { 'outbox.list': MAILS },
      states: EVERY,
    },
    settings: { title: t('settingsScreen'), path: paths.settings(), states: EVERY },
    systemWorks: {
      title: t('systemWorksScreen'),
      path: paths.settings(),
      acts: [{ press: settingsWords('testSystemNamed', { system: 'Keycloak' }) }],
      states: ONE,
    },
    systemRefuses: {
      title: t('systemRefusesScreen'),
      path: paths.settings(),
      acts: [{ press: settingsWords('testSystemNamed', { system: LABS }) }],
      states: ONE,
    },
    connectSystem: {
      title: settingsWords('addSystem'),
      path: paths.settings(),
      acts: [{ press: settingsWords('addSystem') }],
      states: ONE,
    },
    letOktaAsk: {
      title: settingsWords('letOktaAsk'),
      path: paths.settings(),
      written: { 'settings.attestor.read': { ...ATTESTOR, attestor: null } },
      acts: [{ press: settingsWords('letOktaAsk') }],
      states: ONE,
    },
    answersOkta: {
      title: settingsWords('identityChecks'),
      path: `${paths.settings()}#identity-checks`,
      written: { 'settings.attestor.read': ATTESTOR },
      acts: [{ press: settingsWords('valuesFor', { system: 'Okta' }) }],
      states: ONE,
    },
    security: { title: t('securityScreen'), path: paths.security(), states: EVERY },
    notFound: { title: t('notFoundScreen'), path: '/nowhere', states: ONE },
  } satisfies Record<string, Screen>),
);

/** Hands a step what the sign-in page has read before it. */
export function WithOptions({ show }: { show: NonNullable<Screen['show']> }) {
  const options = useRead('signIn.options', {});
  return options.data && show(options.data);
}
