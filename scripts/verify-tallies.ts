/** `npm run tallies:verify`: recounts every tally of the database from the raw rows and says where they differ. */
import { store } from '#app/db/main.server'
import { env } from '#app/env.server'
import { verifyTallies } from '#app/learn/quiz/tallies.server'

const results = await store.db.$count(store.tables.attemptResults)
const differences = await verifyTallies(store)
store.close()
for (const difference of differences) console.error(difference)
if (differences.length > 0) {
  console.error(`${differences.length} counts in ${env.DATABASE_FILE} differ from the ${results} results they count.`)
  process.exit(1)
}
console.log(`Recounted ${results} results in ${env.DATABASE_FILE}: every count agrees.`)
