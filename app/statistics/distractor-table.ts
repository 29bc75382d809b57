/** What one person chose in one item (option ids; empty = skipped) and scored in the whole test. */
export type OptionChoice = { readonly chosen: readonly string[]; readonly total: number }

/** Shares in [0, 1] of all persons, of the top third and of the bottom third who chose the option. */
export type OptionShares = {
  readonly option: string
  readonly all: number | null
  readonly top: number | null
  readonly bottom: number | null
}

/** `n`: persons behind each column. noSpread: the thirds overlap, because too many totals are equal. */
export type DistractorTable = {
  readonly options: readonly OptionShares[]
  readonly skipped: OptionShares
  readonly n: { readonly all: number; readonly top: number; readonly bottom: number }
  readonly flags: readonly ('noData' | 'noSpread')[]
}

/**
 * Share of persons who chose each option of an item, among all and among the top and the bottom third by total score: a
 * wrong option that the top third likes points at a wrong key, one that nobody chooses is no distractor.
 *
 * A third is the ⌈n/3⌉ best or worst; whoever ties with its last person is in it, so it may be larger and the order of
 * persons changes nothing. Thirds that overlap give null shares and the flag noSpread. Several options chosen by one
 * person count each, so a column need not add up to 1. The row `skipped` counts those who chose nothing.
 *
 * Throws RangeError when an option is listed twice, a choice is not an option, or a total is not finite.
 * Source: knowledge-rate definitions, section 9.
 */
export function distractorTable(choices: readonly OptionChoice[], options: readonly string[]): DistractorTable {
  requireOptions(choices, options)
  const totals = choices.map(({ total }) => total).toSorted((one, other) => one - other)
  const third = Math.ceil(totals.length / 3)
  const lowCut = totals[third - 1] ?? 0
  const highCut = totals[totals.length - third] ?? 0
  const overlap = lowCut >= highCut
  const groups = {
    all: choices,
    top: overlap ? [] : choices.filter(({ total }) => total >= highCut),
    bottom: overlap ? [] : choices.filter(({ total }) => total <= lowCut),
  }
  const rowOf = (option: string, isChosen: (choice: OptionChoice) => boolean): OptionShares => ({
    option,
    all: shareOf(groups.all, isChosen),
    top: shareOf(groups.top, isChosen),
    bottom: shareOf(groups.bottom, isChosen),
  })
  return {
    options: options.map((option) => rowOf(option, ({ chosen }) => chosen.includes(option))),
    skipped: rowOf('', ({ chosen }) => chosen.length === 0),
    n: { all: groups.all.length, top: groups.top.length, bottom: groups.bottom.length },
    flags: choices.length === 0 ? ['noData'] : overlap ? ['noSpread'] : [],
  }
}

function shareOf(group: readonly OptionChoice[], isChosen: (choice: OptionChoice) => boolean): number | null {
  return group.length === 0 ? null : group.filter(isChosen).length / group.length
}

function requireOptions(choices: readonly OptionChoice[], options: readonly string[]): void {
  const known = new Set(options)
  if (known.size < options.length) throw new RangeError('An option is listed twice')
  for (const { chosen, total } of choices) {
    const stranger = chosen.find((option) => !known.has(option))
    if (stranger !== undefined) throw new RangeError(`${stranger} is not an option of this item`)
    if (!Number.isFinite(total)) throw new RangeError(`A total must be finite, not ${total}`)
  }
}
