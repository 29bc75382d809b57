const SAVED = ['added', 'changed', 'opened', 'closed', 'planned', 'frame', 'drawn', 'assigned', 'followUp'] as const
export type SavedWave = (typeof SAVED)[number]

/** What the page that redirected here has just done; null for anything else in the address. */
export const savedWave = (url: string): SavedWave | null => {
  const saved = new URL(url).searchParams.get('saved')
  return SAVED.find((known) => known === saved) ?? null
}
