/** What can be looked at: the quiz of a module, or a wave once it is closed. Before that nobody sees how its items did. */
import { optionsOf as optionsOfQuestion } from '#app/content/question'
import type { Catalog, Module } from '#app/content/schema'
import { moduleAt } from '#app/content/versions.server'
import { instrumentWordsOf, wordsOf } from '#app/content/words'
import type { Store } from '#app/db/store.server'
import type { Locale } from '#app/i18n/locales'
import { type CountedPaper, readCountedPapers } from '#app/learn/quiz/counted-papers.server'
import { responsesOf } from '#app/measure/surveys/answer-rows.server'
import { isKeyHeld } from '#app/measure/surveys/held-key.server'
import { findWave } from '#app/measure/surveys/waves.server'
import type { Scope } from '#app/people/places/scope'
import {
  type AnalysedItem,
  type AnalysedPaper,
  analyseItems,
  FEWEST_SHOWN,
  type ItemFigures,
  type Reliability,
  reliabilityOf,
} from './item-analysis'

export type ItemSubject = {
  kind: 'module' | 'wave'
  id: string
  title: string
  textLocale: Locale
  /** Null: fewer than ten. */
  persons: number | null
  items: ItemFigures[]
  reliability: Reliability | null
  /** Answers to other wordings of a question, which do not count for the one shown. */
  otherWordings: number
}

const shown = (persons: number): number | null => (persons < FEWEST_SHOWN ? null : persons)

/** The questions of a module as they are now, by the first papers of all learners; null for a module that is not there. */
export async function moduleItems(
  store: Store,
  catalog: Catalog,
  { moduleId, locale }: { moduleId: string; locale: Locale },
): Promise<ItemSubject | null> {
  const module = catalog.modules.find(({ id }) => id === moduleId)
  if (!module) return null
  const papers = await readCountedPapers(store, moduleId)
  const { same, others } = await sameWordings(store, module, papers)
  const { words, locale: textLocale } = wordsOf(module, locale)
  const items = Object.entries(module.questions).map(([id, question]): AnalysedItem => {
    const known = words.questions[id]
    const options = optionsOfQuestion(question).map((option) => ({
      id: option,
      text: known?.options[option] ?? option,
    }))
    return {
      id,
      stem: known?.stem ?? id,
      options: question.type === 'ordering' ? null : options,
      correct: question.correct,
      unsure: null,
    }
  })
  const analysed = analyseItems(items, same)
  return {
    kind: 'module',
    id: moduleId,
    title: words.title,
    textLocale,
    persons: shown(papers.length),
    items: analysed,
    reliability: null,
    otherWordings: others,
  }
}

/** A question counts as the same in an older version where its key, its options and its Chinese words were the same. */
async function sameWordings(
  store: Store,
  module: Module,
  papers: CountedPaper[],
): Promise<{ same: AnalysedPaper[]; others: number }> {
  const versions = new Map<string, Module>()
  for (const version of new Set(papers.map(({ contentVersion }) => contentVersion)))
    versions.set(version, await moduleAt(store, module.id, version))
  const wordingOf = (of: Module | undefined, id: string) =>
    JSON.stringify([of?.questions[id], of?.words['zh-CN'].questions[id]])
  let others = 0
  const same = papers.map(({ contentVersion, answers }) => {
    const then = versions.get(contentVersion)
    const kept = answers.filter(({ questionId }) => wordingOf(then, questionId) === wordingOf(module, questionId))
    others += answers.length - kept.length
    return new Map(kept.map(({ questionId, response, correct }) => [questionId, { chosen: response, correct }]))
  })
  return { same, others }
}

/**
 * The core items of a closed wave, by its whole answers, one a person; null when it is not closed or not in the scope, or
 * another wave in the field asks by the same instrument.
 */
export async function waveItems(
  store: Store,
  scope: Scope,
  { waveId, locale }: { waveId: string; locale: Locale },
): Promise<ItemSubject | null> {
  const wave = await findWave(store, scope, waveId)
  if (wave?.status !== 'closed' || (await isKeyHeld(store, wave.instrumentId))) return null
  const { instrument } = wave
  const { words, locale: textLocale } = instrumentWordsOf(instrument, locale)
  const items = Object.entries(instrument.items).map(([id, { options, correct }]): AnalysedItem => {
    const texts = options.map((option) => ({ id: option, text: words.items[id]?.options[option] ?? option }))
    const unsure = { id: instrument.unsure, text: words.unsureLabel }
    return { id, stem: words.items[id]?.stem ?? id, options: [...texts, unsure], correct, unsure: instrument.unsure }
  })
  const papers = firstOfEach(await responsesOf(store, scope, waveId))
    .filter(({ answered, asked }) => 2 * answered >= asked)
    .map(
      ({ answers }): AnalysedPaper =>
        new Map(
          items.map(({ id }) => {
            const { optionId, correct } = answers.get(id) ?? { optionId: null, correct: false }
            return [id, { chosen: optionId === null ? [] : [optionId], correct }]
          }),
        ),
    )
  const analysed = analyseItems(items, papers)
  return {
    kind: 'wave',
    id: waveId,
    title: wave.name,
    textLocale,
    persons: shown(papers.length),
    items: analysed,
    reliability: reliabilityOf(items, papers),
    otherWordings: 0,
  }
}

/** They come in the order in which they arrived. */
function firstOfEach<Row extends { personKey: string | null }>(rows: Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ personKey }) => {
    if (personKey === null) return true
    const isFirst = !seen.has(personKey)
    seen.add(personKey)
    return isFirst
  })
}
