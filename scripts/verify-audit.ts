/**
 * `npm run audit:verify`: reads the whole audit log and says where it has been changed. With a number and a hash that an
 * earlier run printed, it also says whether that entry is still there: `npm run audit:verify -- 1200 3fe9…`.
 */
import { store } from '#app/db/main.server'
import { env } from '#app/env.server'
import { verifyAudit } from '#app/people/audit/chain.server'

const [number, hash = ''] = process.argv.slice(2)
if (number !== undefined && !(/^[1-9]\d*$/.test(number) && /^[0-9a-f]{64}$/.test(hash))) {
  console.error('Give a number and the 64 characters of its hash, as an earlier run printed them; or nothing.')
  process.exit(2)
}
const { count, last, faults } = await verifyAudit(store, number === undefined ? null : { number: Number(number), hash })
store.close()
for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error(
    `${faults.length} faults in the ${count} entries of ${env.DATABASE_FILE}: it is not the log that was written.`,
  )
  process.exit(1)
}
console.log(`${count} entries in ${env.DATABASE_FILE}: each is as it was written, and none is missing before the last.`)
if (count > 0)
  console.log(`Write this down elsewhere, to see later that the end is not cut off:\n${last.number} ${last.hash}`)
