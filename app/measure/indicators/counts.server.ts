/** What the four rates of a place are counted from. Only places of the scope are counted, whatever place is asked for. */
import { and, count, eq, exists, inArray, isNull, notExists, or, sql, sum } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { completionsOfPersons } from '#app/learn/progress/person-completions.server'
import { codePrefix, type Level, type Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { alias } from '#drizzle/kit'

type Place = { code: string; level: Level }

/** Somebody on a roster: where the organization stands, and whether they have passed a lesson. */
export type RosterPerson = { personId: string; code: string; hasPassed: boolean }
/** First tries at the quiz of one module, and the answers in them, of learners who gave this place. */
export type QuizCount = { moduleId: string; code: string; learners: number; passed: number }
export type AnswerCount = { code: string; asked: number; correct: number }
/** Learners who have passed a lesson and have joined no organization. */
export type BrowserCount = { code: string; browsers: number }

export type PlaceCounts = {
  roster: RosterPerson[]
  quizzes: QuizCount[]
  answers: AnswerCount[]
  browsers: BrowserCount[]
}

/** Everything that is counted of a place and of what lies in it. */
export async function countPlace(store: Store, scope: Scope, place: Place): Promise<PlaceCounts> {
  const [roster, quizzes, answers, browsers] = await Promise.all([
    rosterOf(store, scope, place),
    quizzesOf(store, scope, place),
    answersOf(store, scope, place),
    browsersOf(store, scope, place),
  ])
  return { roster, quizzes, answers, browsers }
}

/** In the scope, and in the place that is asked for. */
const inside = (store: Store, scope: Scope, place: Place) =>
  and(regionsIn(store, scope), regionsIn(store, { kind: 'region', prefix: codePrefix(place) }))

async function rosterOf(store: Store, scope: Scope, place: Place): Promise<RosterPerson[]> {
  const { memberships, organizations, regions, learnerLinks } = store.tables
  const rows = await store.db
    .selectDistinct({ personId: memberships.personId, code: regions.code })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .innerJoin(regions, eq(regions.id, organizations.regionId))
    .where(and(isNull(memberships.endedOn), inside(store, scope, place)))
  // Most of a roster has joined with no device: only the others can have passed anything.
  const joined = await store.db
    .selectDistinct({ personId: learnerLinks.personId })
    .from(learnerLinks)
    .innerJoin(organizations, eq(organizations.id, learnerLinks.organizationId))
    .innerJoin(regions, eq(regions.id, organizations.regionId))
    .where(inside(store, scope, place))
  const ids = joined.map(({ personId }) => personId)
  const passed = new Set((await completionsOfPersons(store, scope, ids)).map(({ personId }) => personId))
  return rows.map((row) => ({ ...row, hasPassed: passed.has(row.personId) }))
}

function quizzesOf(store: Store, scope: Scope, place: Place): Promise<QuizCount[]> {
  const { quizTallies, regions } = store.tables
  return store.db
    .select({
      moduleId: quizTallies.moduleId,
      code: regions.code,
      learners: quizTallies.learners,
      passed: quizTallies.passed,
    })
    .from(quizTallies)
    .innerJoin(regions, eq(regions.id, quizTallies.regionId))
    .where(inside(store, scope, place))
}

function answersOf(store: Store, scope: Scope, place: Place): Promise<AnswerCount[]> {
  const { itemTallies, regions } = store.tables
  return store.db
    .select({
      code: regions.code,
      asked: sum(itemTallies.asked).mapWith(Number),
      correct: sum(itemTallies.correct).mapWith(Number),
    })
    .from(itemTallies)
    .innerJoin(regions, eq(regions.id, itemTallies.regionId))
    .where(inside(store, scope, place))
    .groupBy(regions.code)
}

function browsersOf(store: Store, scope: Scope, place: Place): Promise<BrowserCount[]> {
  const { learners, learnerLinks, completions, regions } = store.tables
  const device = alias(learners, 'device')
  // All ids that belong to the learner: joined with one of them is joined.
  const own = store.db
    .select({ id: device.id })
    .from(device)
    .where(or(eq(device.id, learners.id), eq(device.mergedInto, learners.id)))
  const one = { one: sql`1` }
  const hasPassed = store.db.select(one).from(completions).where(inArray(completions.learnerId, own))
  const hasJoined = store.db
    .select(one)
    .from(learnerLinks)
    .where(and(isNull(learnerLinks.leftAt), inArray(learnerLinks.learnerId, own)))
  return store.db
    .select({ code: regions.code, browsers: count() })
    .from(learners)
    .innerJoin(regions, eq(regions.id, learners.regionId))
    .where(and(isNull(learners.mergedInto), inside(store, scope, place), exists(hasPassed), notExists(hasJoined)))
    .groupBy(regions.code)
}

export type RatedPlace = { id: string; code: string; name: string; level: Level }

/** Districts and streets of the scope that are open, in the order of their codes: the places one can choose. */
export function listRatedPlaces(store: Store, scope: Scope): Promise<RatedPlace[]> {
  const { regions } = store.tables
  return store.db
    .select({ id: regions.id, code: regions.code, name: regions.name, level: regions.level })
    .from(regions)
    .where(
      and(
        inArray(regions.level, ['district', 'street', 'community']),
        isNull(regions.closedOn),
        regionsIn(store, scope),
      ),
    )
    .orderBy(regions.code)
}
