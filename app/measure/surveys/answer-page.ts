/** The status that each end of a link is answered with: used up, not taking answers now, no link of ours. */
export const STATUS_OF = { used: 410, closed: 409, unknown: 404 } as const
