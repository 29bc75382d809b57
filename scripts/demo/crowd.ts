/**
 * The people of the demonstration: who they are, what they know, what they do. Invented from a seed, the same every time.
 * Pure.
 */
import type { Instrument, Module } from '#app/content/schema'
import { seededRandom } from '#app/statistics/seeded-random'

export type PretendLearner = {
  id: string
  /** Place in the list of streets; null for somebody who named none. */
  street: number | null
  /** Higher knows more; 0 gets about six questions in ten right. */
  knowledge: number
  moduleIds: string[]
  startsAt: Date
}

export type PretendRespondent = { id: string; street: number | null; answers: Map<string, string>; at: Date }

const LEARNERS = 240
const RESPONDENTS = 120
/** Six people on the third street: too few to be shown. */
const LEARNERS_OF_THIRD_STREET = 6
const FIRST_DAY = Date.UTC(2026, 9, 10)
const DAYS = 35

export const demoLearners = (modules: readonly Module[]): PretendLearner[] =>
  Array.from({ length: LEARNERS }, (_, number) => {
    const random = seededRandom(`demo learner ${number}`)
    const street =
      number < LEARNERS_OF_THIRD_STREET ? 2 : pick<number | null>([0, 0, 0, 0, 0, 1, 1, 1, null, null], random)
    return {
      id: demoId('8', number),
      street,
      knowledge: 0.9 + (street === 0 ? 0.2 : -0.1) + 1.1 * bell(random),
      moduleIds: chooseModules(modules, random),
      startsAt: momentFrom(random),
    }
  })

export const demoRespondents = (instrument: Instrument): PretendRespondent[] =>
  Array.from({ length: RESPONDENTS }, (_, number) => {
    const random = seededRandom(`demo respondent ${number}`)
    const knowledge = 0.2 + 0.9 * bell(random)
    return {
      id: demoId('9', number),
      street: pick<number | null>([0, 0, 0, 1, 1, null], random),
      answers: demoAnswers(instrument, knowledge, random),
      at: momentFrom(random),
    }
  })

/** The share of people of this knowledge who get a question right. Some questions are easier, the same for everybody. */
export function chanceOf(knowledge: number, questionId: string): number {
  const ease = 2.2 * seededRandom(`ease of ${questionId}`)() - 0.6
  return 1 / (1 + Math.exp(-knowledge - ease))
}

/** How ids begin that only the demonstration makes: version 7 ids of the first moment of 1970. */
export const DEMO_ID_START = '00000000-0000-7'

const demoId = (kind: '8' | '9', number: number): string =>
  `${DEMO_ID_START}000-${kind}000-${String(number).padStart(12, '0')}`

/** One in sixteen breaks off early, some leave an item blank, and who does not know often says so. */
function demoAnswers(instrument: Instrument, knowledge: number, random: () => number): Map<string, string> {
  const ids = Object.keys(instrument.items)
  const reached = random() < 1 / 16 ? 2 + Math.floor(random() * 7) : ids.length
  const answers = new Map<string, string>()
  for (const id of ids.slice(0, reached)) {
    const isBlank = random() < 0.01
    const option = surveyOption(instrument, id, knowledge, random)
    if (!isBlank) answers.set(id, option)
  }
  return answers
}

function surveyOption(instrument: Instrument, itemId: string, knowledge: number, random: () => number): string {
  const item = instrument.items[itemId]
  if (!item || random() < chanceOf(knowledge, itemId)) return item?.correct[0] ?? instrument.unsure
  const wrong = item.options.filter((option) => !item.correct.includes(option))
  return random() < 0.35 ? instrument.unsure : pick([...wrong.slice(0, 1), ...wrong], random)
}

/** One to five modules; those early in the catalogue are taken more often. */
function chooseModules(modules: readonly Module[], random: () => number): string[] {
  const ranked = modules.map(({ id }, rank) => ({ id, key: random() ** (0.6 + rank / 3) }))
  const wanted = 1 + Math.floor(5 * random() ** 1.5)
  return ranked
    .sort((a, b) => b.key - a.key)
    .slice(0, wanted)
    .map(({ id }) => id)
}

/** Some minute between eight in the morning and nine in the evening in Shanghai. */
function momentFrom(random: () => number): Date {
  const day = Math.floor(random() * DAYS)
  return new Date(FIRST_DAY + day * 86_400_000 + Math.floor(random() * 13 * 60) * 60_000)
}

/** About normal with mean 0 and standard deviation 1. */
const bell = (random: () => number): number => 2 * (random() + random() + random() - 1.5)

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item
