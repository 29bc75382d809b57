/** The outcomes by which the rows of an import are looked at, those that want somebody first. */
export const TABS = ['new', 'changed', 'conflict', 'duplicate', 'fault', 'leaves', 'unchanged'] as const
export type Tab = (typeof TABS)[number]

/** The tab that an address names, else the first one that has rows. */
export function tabFrom(asked: string | undefined, counts: Partial<Record<string, number>>): Tab {
  return TABS.find((tab) => tab === asked) ?? TABS.find((tab) => (counts[tab] ?? 0) > 0) ?? 'new'
}
