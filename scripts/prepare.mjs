/**
 * What the scripts share. They run before anything is installed, so they use node's own modules only. Whatever they
 * refuse, they say in one sentence that tells what to do.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Runs `main`; what it refuses is told in its own words, what we did wrong with its stack.
 * @param {() => Promise<void>} main
 */
export async function orExplain(main) {
  try {
    await main()
  } catch (error) {
    const { name, message, stack } = /** @type {Error} */ (error)
    console.error(name === 'Error' ? message : stack)
    process.exit(1)
  }
}
