/** `lower` + `upper` = 1; each keeps its own relative precision when it is the small one. */
export type Tails = { readonly lower: number; readonly upper: number }

/** Which probability a distribution function gives: of at most x (lower, the default), or of more than x. */
export type TailOptions = { readonly tail?: keyof Tails }
