/**
 * How much content the curriculum asks for. `npm run check:content` proves it on the real content/; it is no rule of a
 * catalogue, which may be smaller. Pure.
 */
import type { Catalog } from './schema'

/** `exactly` and `atLeast` are counts, and so is `found`. */
type Count = { what: string; found: number } & ({ exactly: number } | { atLeast: number })

const ITEMS_OF_A_SURVEY = 20
const SURVEYS = ['core-20', 'core-20-b']
const CHECKLISTS = { home: 15, 'small-place': 20, organization: 20 }
const STEPS = { 'extinguisher-live-fire': 8, 'hydrant-live-water': 8 }

/** Everything that is counted, with what is there. */
export function countCurriculum(catalog: Catalog): Count[] {
  const { modules, instruments, skills, programmes, keyAudiences, campaigns, checklists, plans } = catalog
  return [
    { what: 'modules', found: modules.length, exactly: 32 },
    {
      what: 'questions',
      found: modules.reduce((sum, { questions }) => sum + Object.keys(questions).length, 0),
      atLeast: 448,
    },
    ...SURVEYS.map((name) => ({
      what: `items of the survey ${name}`,
      found: Object.keys(instruments.find(({ id }) => id === name)?.items ?? {}).length,
      exactly: ITEMS_OF_A_SURVEY,
    })),
    { what: 'skill sheets', found: skills.length, exactly: 2 },
    ...Object.entries(STEPS).map(([name, exactly]) => ({
      what: `steps of the skill sheet ${name}`,
      found: skills.find(({ id }) => id === name)?.steps.length ?? 0,
      exactly,
    })),
    {
      what: 'role groups of one-police-six',
      found: programmes.find(({ id }) => id === 'one-police-six')?.groups.length ?? 0,
      exactly: 7,
    },
    { what: 'key audiences', found: keyAudiences.audiences.length, exactly: 15 },
    { what: 'campaign lines', found: campaigns.lines.length, exactly: 5 },
    { what: 'campaign presets', found: campaigns.presets.length, exactly: 10 },
    ...Object.entries(CHECKLISTS).map(([name, exactly]) => ({
      what: `items of the checklist ${name}`,
      found: checklists.find(({ id }) => id === name)?.items.length ?? 0,
      exactly,
    })),
    { what: 'checklist items', found: checklists.reduce((sum, { items }) => sum + items.length, 0), exactly: 55 },
    { what: 'plans', found: plans.length, exactly: 5 },
  ]
}

/** The counts that are not met; none when the curriculum is whole. */
export const unmetCounts = (counts: readonly Count[]): Count[] =>
  counts.filter((count) => ('exactly' in count ? count.found !== count.exactly : count.found < count.atLeast))

/** "modules: 32 of 32", or "questions: 714 of at least 448". */
export const describeCount = (count: Count): string =>
  `${count.what}: ${count.found} of ${'exactly' in count ? count.exactly : `at least ${count.atLeast}`}`
