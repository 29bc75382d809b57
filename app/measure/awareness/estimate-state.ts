/** kept: frozen only. published: on the public page. withdrawn: was published and taken back. */
export const estimateStates = ['kept', 'published', 'withdrawn'] as const
export type EstimateState = (typeof estimateStates)[number]

type Moments<Moment> = { publishedAt: Moment | null; withdrawnAt: Moment | null }

export const stateOf = <Moment>({ publishedAt, withdrawnAt }: Moments<Moment>): EstimateState =>
  withdrawnAt ? 'withdrawn' : publishedAt ? 'published' : 'kept'
