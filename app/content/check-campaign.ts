/** Rules for the five lines and the campaign presets that a schema cannot say. Pure. */
import type { Campaigns, CampaignWindow } from './campaign-schema'
import { checkPercent } from './check-plan'
import { compareIds } from './check-words'
import type { Fault } from './fault'
import {
  checkBothWords,
  checkKnown,
  checkModules,
  checkOnce,
  checkPlans,
  checkSources,
  eachLanguage,
  type Known,
} from './references'

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

type Line = Campaigns['lines'][number]
type Preset = Campaigns['presets'][number]

/** Every fault of content/campaigns, across its files. */
export function checkCampaigns(folder: string, campaigns: Campaigns, known: Known): Fault[] {
  const file = `${folder}/campaigns.yaml`
  const { publics, lines, presets, words } = campaigns
  return [
    ...checkOnce(file, 'publics', publics),
    ...checkOnce(file, 'lines', idsOf(lines)),
    ...checkOnce(file, 'presets', idsOf(presets)),
    ...lines.flatMap((line) => checkWork(file, `lines.${line.id}`, line, known)),
    ...presets.flatMap((preset) => [
      ...checkWork(file, `presets.${preset.id}`, preset, known),
      ...checkPreset(file, preset, publics, known),
    ]),
    ...eachLanguage(folder, words, (wordsFile, said) => checkWords(wordsFile, campaigns, said)),
    ...checkBothWords(folder, words),
  ]
}

/** What lines and presets have in common: modules, indicators of plans, measures of their own. */
function checkWork(file: string, path: string, work: Line | Preset, known: Known): Fault[] {
  return [
    ...checkModules(file, `${path}.modules`, work.modules, known),
    ...checkSources(file, path, work, known.sources),
    ...checkOnce(file, `${path}.indicators`, idsOf(work.indicators)),
    ...checkOnce(file, `${path}.measures`, idsOf(work.measures)),
    ...work.indicators.flatMap(({ id, plans }) =>
      checkIndicator(file, `${path}.indicators.${id}`, { id, plans }, known),
    ),
    ...work.measures.flatMap(({ id, target }) =>
      target ? checkPercent(file, `${path}.measures.${id}.target`, target) : [],
    ),
  ]
}

/** Each plan named is there and sets the indicator: a target that no plan sets does not exist. */
function checkIndicator(file: string, path: string, { id, plans }: { id: string; plans: string[] }, known: Known) {
  const silent = plans.filter((plan) => known.plans.get(plan)?.includes(id) === false)
  return [
    ...checkPlans(file, `${path}.plans`, plans, known),
    ...silent.map((plan) => ({
      file,
      path: `${path}.plans`,
      expected: `plans that set ${id}`,
      remedy: `The plan ${plan} does not: remove it here, or add the indicator there if the plan sets it.`,
    })),
  ]
}

function checkPreset(file: string, preset: Preset, publics: string[], known: Known): Fault[] {
  const path = `presets.${preset.id}`
  return [
    ...preset.windows.flatMap((window, place) => checkWindow(file, `${path}.windows.${place}`, window)),
    ...checkOnce(file, `${path}.audiences`, preset.audiences),
    ...(known.audiences
      ? checkKnown(file, `${path}.audiences`, preset.audiences, {
          kind: 'audiences of catalog.yaml, programmes or content/audiences, or publics of this file',
          among: [...known.audiences, ...publics],
        })
      : []),
    ...checkKnown(file, `${path}.pointsOf`, preset.pointsOf ? [preset.pointsOf] : [], {
      kind: 'surveys of content/surveys',
      among: known.instruments,
    }),
    ...checkOnce(file, `${path}.openPoints`, preset.openPoints),
  ]
}

/** 02-29 is a day: in other years it means the end of February. */
function checkWindow(file: string, path: string, window: CampaignWindow): Fault[] {
  const days = 'from' in window ? [window.from, window.to] : []
  return days
    .filter((day) => {
      const [month = 0, date = 0] = day.split('-').map(Number)
      return date < 1 || date > (LONGEST_MONTHS[month - 1] ?? 0)
    })
    .map((day) => ({ file, path, expected: 'real days of the year', remedy: `There is no ${day}.` }))
}

function checkWords(file: string, { publics, lines, presets }: Campaigns, words: Campaigns['words']['en']): Fault[] {
  const measures = [...lines, ...presets].flatMap((work) => idsOf(work.measures))
  return [
    ...compareIds(file, 'publics', publics, Object.keys(words.publics)),
    ...compareIds(file, 'measures', [...new Set(measures)], Object.keys(words.measures)),
    ...compareIds(file, 'lines', idsOf(lines), Object.keys(words.lines)),
    ...compareIds(file, 'presets', idsOf(presets), Object.keys(words.presets)),
    ...presets.flatMap(({ id, openPoints }) => {
      const said = words.presets[id]
      return said ? compareIds(file, `presets.${id}.openPoints`, openPoints, Object.keys(said.openPoints)) : []
    }),
  ]
}

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id)
