/** Who acts, from where, when: what every verb that leaves a trace is given. */
export type Trail = { accountId: string | null; origin: string; now: Date }

/**
 * What is written down. `subject` says about what or whom, by kind and id; `detail` holds counts, roles and days. No
 * names, phones or numbers of persons: the log is kept longer than they may be.
 */
export type Deed = {
  action: Action
  subject: { kind: string; id: string }
  detail?: Detail
}

export type Detail = Record<string, string | number | boolean | null>

/** Everything that leaves a trace, `noun.verb`. The interface has a sentence for each (audit.action.*). */
export const actions = [
  'account.setUp',
  'account.invite',
  'account.accept',
  'account.change',
  'account.disable',
  'account.enable',
  'account.resetLink',
  'account.passwordChange',
  'account.secondFactorOn',
  'account.secondFactorOff',
  'account.recoveryCodes',
  'account.recoveryCodeUsed',
  'account.lockedOut',
  'session.signIn',
  'session.signOut',
  'session.revoke',
  'region.add',
  'region.change',
  'region.close',
  'region.reopen',
  'region.merge',
  'region.import',
  'region.export',
  'population.set',
  'organization.add',
  'organization.change',
  'organization.close',
  'organization.reopen',
  'organization.merge',
  'organization.import',
  'organization.export',
  'organization.joinCode',
  'group.add',
  'group.change',
  'group.close',
  'group.merge',
  'person.add',
  'person.change',
  'person.end',
  'person.merge',
  'person.reveal',
  'person.joinCodes',
  'person.unlink',
  'consent.record',
  'consent.withdraw',
  'roster.export',
  'roster.import',
  'roster.importUndo',
  'roster.importFile',
  'learner.join',
  'learner.leave',
  'learner.forget',
  'content.signOff',
  'content.return',
  'content.export',
  'feedback.answer',
  'feedback.setAside',
  'feedback.export',
  'audit.export',
  'account.export',
  'wave.add',
  'wave.change',
  'wave.open',
  'wave.close',
  'wave.frame',
  'wave.draw',
  'wave.assign',
  'wave.tokens',
  'wave.export',
  'response.enter',
  'response.import',
  'response.export',
  'unit.change',
  'estimate.freeze',
  'estimate.publish',
  'estimate.withdraw',
  'estimate.export',
] as const
export type Action = (typeof actions)[number]

/** What something was done to. The interface has a word for each (audit.kind.*). */
export const subjectKinds = [
  'account',
  'region',
  'organization',
  'group',
  'person',
  'roster',
  'import',
  'learner',
  'module',
  'feedback',
  'audit',
  'wave',
  'estimate',
] as const
