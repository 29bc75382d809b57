/** `npm run check:content`: says what is wrong in content/ and how to mend it, or what is there. */
import { describeFault } from '#app/content/fault'
import { loadCatalog } from '#app/content/load.server'

const { catalog, faults } = loadCatalog(process.cwd())
if (!catalog) {
  for (const fault of faults) console.error(describeFault(fault))
  console.error(`${faults.length} faults in content/.`)
  process.exit(1)
}
const questions = catalog.modules.reduce((sum, module) => sum + Object.keys(module.questions).length, 0)
const items = catalog.instruments.reduce((sum, instrument) => sum + Object.keys(instrument.items).length, 0)
const pictures = catalog.modules.reduce((sum, module) => sum + module.pictures.length, 0)
console.log(
  `${catalog.modules.length} modules, ${questions} questions, ${pictures} pictures, ${items} survey items: no faults.`,
)
