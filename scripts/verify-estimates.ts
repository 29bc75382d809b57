/** `npm run estimate:verify [id]`: computes every frozen estimate again from its input and says where it differs. */
import { store } from '#app/db/main.server'
import { env } from '#app/env.server'
import { verifyEstimates } from '#app/measure/awareness/verify-estimates.server'

const id = process.argv[2]
const { checked, differences } = await verifyEstimates(store, id)
store.close()
for (const difference of differences) console.error(difference)
if (id !== undefined && checked === 0) {
  console.error(`There is no estimate ${id} in ${env.DATABASE_FILE}.`)
  process.exit(1)
}
if (differences.length > 0) {
  console.error(`${differences.length} values of ${checked} estimates in ${env.DATABASE_FILE} differ.`)
  process.exit(1)
}
console.log(`Computed ${checked} estimates in ${env.DATABASE_FILE} again: every value agrees.`)
