import { catalog } from '#app/content/catalog.server'

/** The instrument that everybody may answer at /survey/open. */
export const openInstrument = catalog.instruments.find(({ id }) => id === 'core-20') ?? missing()

function missing(): never {
  throw new Error('content/surveys/core-20 is missing: the open survey needs it')
}
