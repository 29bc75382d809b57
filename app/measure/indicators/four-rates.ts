/** 学 测 练 知: the four rates of a place and of the streets in it. Each has its own people: they are never added or subtracted. Pure. */
import type { FigureWords } from '#app/measure/awareness/figure-words'
import { shareWords } from '#app/measure/awareness/figure-words'
import { type Published, publishedFor } from '#app/measure/awareness/published'
import { FEWEST_SHOWN, type Share, shareOf } from '#app/measure/awareness/share'
import { codePrefix } from '#app/people/places/scope'
import { hideSmallCells } from '#app/statistics/hide-small-cells'
import type { PlaceCounts, RatedPlace } from './counts.server'
import { type Gap, gapsOf } from './gaps'

/** A published estimate as far as it speaks for the place. `isOwn` false: it is the place's row of a wider survey. */
export type Aware = {
  words: FigureWords
  mastery: FigureWords
  isSample: boolean
  isOwn: boolean
  wave: string
  day: string
  target: number | null
  isDefinitionOpen: boolean
}

export type PlaceRates = {
  place: RatedPlace
  /** Persons on rosters who have passed a lesson. */
  learned: Share
  /** Learners who belong to no roster; null: too few to say. */
  browsers: number | null
  /** First tries that passed, and right answers in them. */
  passed: Share
  right: Share
  /** Null: none published. */
  aware: Aware | null
  gaps: Gap[]
}

/** The place first, then the streets in it by name; where one cell would give another away, both are hidden. */
export function fourRates(
  counts: PlaceCounts,
  place: RatedPlace,
  streets: readonly RatedPlace[],
  published: readonly Published[],
): { whole: PlaceRates; streets: PlaceRates[] } {
  const rows = streets.map((street) => within(counts, street))
  const hiddenRoster = hiddenAmong(rows.map(peopleOnRosters))
  const hiddenTests = hiddenAmong(rows.map(peopleTested))
  const hiddenBrowsers = hiddenAmong(rows.map(browsersIn))
  return {
    whole: ratesOf(within(counts, place), place, published, { roster: false, tests: false, browsers: false }),
    streets: rows
      .map((row, at) => {
        const hidden = {
          roster: hiddenRoster[at] ?? true,
          tests: hiddenTests[at] ?? true,
          browsers: hiddenBrowsers[at] ?? true,
        }
        return ratesOf(row, streets[at] ?? place, published, hidden)
      })
      .sort((a, b) => a.place.name.localeCompare(b.place.name, 'zh-CN')),
  }
}

function ratesOf(
  counts: PlaceCounts,
  place: RatedPlace,
  published: readonly Published[],
  hidden: { roster: boolean; tests: boolean; browsers: boolean },
): PlaceRates {
  const people = peopleTested(counts)
  const persons = new Set(counts.roster.map(({ personId }) => personId))
  const passed = new Set(counts.roster.filter(({ hasPassed }) => hasPassed).map(({ personId }) => personId))
  const browsers = browsersIn(counts)
  const rates = {
    learned: hidden.roster ? hiddenShare : shareOf({ count: passed.size, of: persons.size }),
    passed: hidden.tests
      ? hiddenShare
      : shareOf({ count: total(counts.quizzes, 'passed'), of: total(counts.quizzes, 'learners'), people }),
    right: hidden.tests
      ? hiddenShare
      : shareOf({ count: total(counts.answers, 'correct'), of: total(counts.answers, 'asked'), people }),
    aware: awareOf(published, place),
  }
  const isSaid = !hidden.browsers && (browsers === 0 || browsers >= FEWEST_SHOWN)
  return { place, ...rates, browsers: isSaid ? browsers : null, gaps: gapsOf(rates) }
}

function awareOf(published: readonly Published[], place: RatedPlace): Aware | null {
  const found = publishedFor(published, place)
  if (!found) return null
  const { about, overall, mastery } = found.published.result
  const isSample = about.wave.tier === 'P'
  const figures = found.kind === 'own' ? { overall, mastery } : found.row
  const hidden = found.kind === 'row' && found.row.hidden
  // Of people who chose to answer there is no margin of error.
  const said = (figure: typeof overall) => shareWords(isSample ? figure : { ...figure, interval: null }, { hidden })
  return {
    words: said(figures.overall),
    mastery: said(figures.mastery),
    isSample,
    isOwn: found.kind === 'own',
    wave: about.wave.name,
    day: about.wave.fieldTo,
    target: isSample ? (about.target?.percent ?? null) : null,
    isDefinitionOpen: about.target?.definition === null,
  }
}

/** What lies in a place. */
function within({ roster, quizzes, answers, browsers }: PlaceCounts, place: RatedPlace): PlaceCounts {
  const prefix = codePrefix(place)
  const isIn = ({ code }: { code: string }) => code.startsWith(prefix)
  return {
    roster: roster.filter(isIn),
    quizzes: quizzes.filter(isIn),
    answers: answers.filter(isIn),
    browsers: browsers.filter(isIn),
  }
}

const hiddenShare: Share = { kind: 'hidden' }
const hiddenAmong = (people: number[]): boolean[] => hideSmallCells(people, { k: FEWEST_SHOWN })
const peopleOnRosters = ({ roster }: PlaceCounts): number => new Set(roster.map(({ personId }) => personId)).size
const browsersIn = ({ browsers }: PlaceCounts): number => total(browsers, 'browsers')

/** One person may take several quizzes; the most-taken one says how many people there are at least. */
function peopleTested({ quizzes }: PlaceCounts): number {
  const byModule = new Map<string, number>()
  for (const { moduleId, learners } of quizzes) byModule.set(moduleId, (byModule.get(moduleId) ?? 0) + learners)
  return Math.max(0, ...byModule.values())
}

function total<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
