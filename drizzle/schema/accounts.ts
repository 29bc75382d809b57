import { id, index, instant, int, primaryKey, table, text, uniqueIndex } from '../kit'
import { organizations, regions } from './places'

/** 账号: staff who sign in. Made by invitation; without a password nobody can sign in with it yet. */
export const accounts = table(
  'accounts',
  {
    id: id('id').primaryKey(),
    /** What is typed to sign in, in lower case. */
    login: text('login').notNull(),
    name: text('name').notNull(),
    role: text('role', {
      enum: ['admin', 'auditor', 'survey-lead', 'organizer', 'interviewer', 'examiner', 'teacher'],
    }).notNull(),
    /** What the account may see: a region with all below it, or one organization. Both null: the whole district. */
    regionId: id('region_id').references(() => regions.id),
    organizationId: id('organization_id').references(() => organizations.id),
    /** argon2id, with its own salt and cost in the text. */
    passwordHash: text('password_hash'),
    /** The sealed key of the one-time codes; set when the first code was right. */
    totpSealed: text('totp_sealed'),
    /** The time step of the last code that was taken: none is taken twice. */
    totpStep: int('totp_step'),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
  },
  (t) => [uniqueIndex('account_login').on(t.login)],
)

/** A browser that is signed in. The cookie carries a random token, this row only its hash. */
export const accountSessions = table(
  'account_sessions',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => accounts.id),
    tokenHash: text('token_hash').notNull(),
    /** Null while the second factor is still to be shown: such a session opens nothing else. */
    confirmedAt: instant('confirmed_at'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Such as "Chrome · Windows · 203.0.x.x". */
    device: text('device').notNull(),
  },
  (t) => [uniqueIndex('account_session_token').on(t.tokenHash), index('account_session_account').on(t.accountId)],
)

/** A link that works once: the first set-up, an invitation, a new password. Only a hash of its token is kept. */
export const accountLinks = table(
  'account_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    kind: text('kind', { enum: ['setup', 'invitation', 'reset'] }).notNull(),
    accountId: id('account_id').references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('account_link_account').on(t.accountId)],
)

/** What opens an account when the phone with its one-time codes is lost. Each works once. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    accountId: id('account_id')
      .notNull()
      .references(() => accounts.id),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
)

/** Wrong passwords in a row, by what was typed as login, whether such an account exists or not. */
export const signInFailures = table('sign_in_failures', {
  loginHash: text('login_hash').primaryKey(),
  failures: int('failures').notNull(),
  lastAt: instant('last_at').notNull(),
  lockedUntil: instant('locked_until'),
})
