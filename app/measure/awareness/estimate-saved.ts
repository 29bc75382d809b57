const SAVED = ['frozen', 'published', 'withdrawn'] as const

/** What was just done, as the address after a redirect says it; null when it says nothing that there is a sentence for. */
export function savedEstimate(url: string): (typeof SAVED)[number] | null {
  const saved = new URL(url).searchParams.get('saved')
  return SAVED.find((known) => known === saved) ?? null
}
