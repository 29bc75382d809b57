/** `npm run demo`: fills the database with invented people, so that every page has something to show. */
import { prepare } from '#app/boot.server'
import { catalog } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { env } from '#app/env.server'
import { openInstrument } from '#app/measure/surveys/open-instrument.server'
import { clearDemo, fillDemo, refusalFor } from './demo/fill'

await prepare()
const refusal = await refusalFor(store)
if (refusal) {
  console.error(`No demonstration in ${env.DATABASE_FILE}: ${refusal} Set DATABASE_FILE to another file.`)
  process.exit(1)
}
await clearDemo(store)
await fillDemo(store, catalog, openInstrument)
const { tables, db } = store
console.log(
  `${env.DATABASE_FILE} now holds ${await db.$count(tables.learners)} learners, ${await db.$count(tables.attempts)} attempts ` +
    `and ${await db.$count(tables.surveyResponses)} survey responses.`,
)
console.log(
  'This is demonstration data: invented people in an invented district. No figure from it says anything real.',
)
store.close()
