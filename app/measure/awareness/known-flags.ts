import { zhCN } from '#app/i18n/config'

export type KnownFlag = keyof typeof zhCN.estimates.flag

const isKnown = (flag: string): flag is KnownFlag => Object.hasOwn(zhCN.estimates.flag, flag)

/** The flags there is a sentence for; an open definition is said with the verdict already. */
export const knownFlags = (flags: readonly string[]): KnownFlag[] =>
  flags.filter(isKnown).filter((flag) => flag !== 'definitionOpen')
