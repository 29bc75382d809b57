import type { Catalog } from '#app/content/schema'
import { wordsOf } from '#app/content/words'
import type { Store } from '#app/db/store.server'
import { writeDay } from '#app/i18n/config'
import type { Locale } from '#app/i18n/locales'
import { listWrongQuestions } from '#app/learn/quiz/answers.server'
import { closeOverdue, listAttempts } from '#app/learn/quiz/attempts.server'
import { listCompletions } from './completions.server'

const RECENT = 10

type Asked = { learnerId: string; catalog: Catalog; locale: Locale; now: Date }

/** What /me shows of a learner: what is open, passed, to practise, and the latest tries. */
export async function progressOverview(store: Store, { learnerId, catalog, locale, now }: Asked) {
  await closeOverdue(store, learnerId, now)
  const [attempts, completions, wrong] = await Promise.all([
    listAttempts(store, learnerId),
    listCompletions(store, learnerId),
    listWrongQuestions(store, learnerId),
  ])
  const titles = new Map(catalog.modules.map((module) => [module.id, wordsOf(module, locale).words.title]))
  const titleOf = (moduleId: string) => titles.get(moduleId) ?? moduleId
  const newestPass = new Map(completions.map((completion) => [completion.moduleId, completion]))
  return {
    open: attempts
      .filter(({ result, deadlineAt }) => !result && now <= deadlineAt)
      .map(({ id, moduleId, deadlineAt }) => ({ id, title: titleOf(moduleId), until: writeDay(deadlineAt, locale) })),
    passed: [...newestPass.values()].map(({ moduleId, scorePercent, ruleVersion, earnedAt }) => ({
      moduleId,
      title: titleOf(moduleId),
      percent: scorePercent,
      rule: ruleVersion,
      day: writeDay(earnedAt, locale),
    })),
    wrong: catalog.modules.flatMap((module) => {
      const count = (wrong.get(module.id) ?? []).filter((questionId) => module.questions[questionId]).length
      return count > 0 ? [{ moduleId: module.id, title: titleOf(module.id), count }] : []
    }),
    recent: attempts
      .flatMap(({ id, moduleId, kind, result }) => (result ? [{ id, title: titleOf(moduleId), kind, ...result }] : []))
      .slice(0, RECENT)
      .map(({ id, title, kind, correctCount, itemCount }) => ({ id, title, kind, correctCount, itemCount })),
    modules: catalog.modules.length,
    done: catalog.modules.filter(({ id }) => newestPass.has(id)).length,
  }
}

export type ProgressOverview = Awaited<ReturnType<typeof progressOverview>>
