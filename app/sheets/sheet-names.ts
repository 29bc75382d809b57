const MOST_CHARACTERS = 31

/** Names as Excel allows them: at most 31 characters, none of : \ / ? * [ ], no apostrophe at the ends, each only once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const plain = name.replace(/[:\\/?*[\]\p{Cc}]/gu, ' ').replace(/^['\s]+|['\s]+$/g, '')
    const base = shortened(plain, MOST_CHARACTERS) || `Sheet${at + 1}`
    let free = base
    for (let next = 2; taken.has(free.toLowerCase()); next++)
      free = `${shortened(base, MOST_CHARACTERS - ` (${next})`.length)} (${next})`
    taken.add(free.toLowerCase())
    return free
  })
}

/** Counted as Excel counts, in UTF-16 units, but never cut inside a character. */
function shortened(text: string, most: number): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > most) break
    short += character
  }
  return short.trim()
}
