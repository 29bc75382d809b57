/** `npm run estimate:verify [id]`: computes every frozen estimate again from its input and says where it differs, or that it cannot be read. */
import { store } from '#app/db/main.server'
import { env } from '#app/env.server'
import { verifyEstimates } from '#app/measure/awareness/verify-estimates.server'

const id = process.argv[2]
const { checked, unreadable, differences } = await verifyEstimates(store, id)
store.close()
for (const line of [...unreadable, ...differences]) console.error(line)
if (id !== undefined && checked + unreadable.length === 0)
  console.error(`There is no estimate ${id} in ${env.DATABASE_FILE}.`)
else if (unreadable.length + differences.length > 0)
  console.error(
    `In ${env.DATABASE_FILE} ${unreadable.length} estimates cannot be read, and ${differences.length} values of the ${checked} others differ.`,
  )
else {
  console.log(`Computed ${checked} estimates in ${env.DATABASE_FILE} again: every value agrees.`)
  process.exit(0)
}
process.exit(1)
