import type { Catalog, Instrument } from '#app/content/schema'
import { instrumentWordsOf, wordsOf } from '#app/content/words'
import type { Locale } from '#app/i18n/locales'
import type { Tallies } from '#app/learn/quiz/tallies.server'
import type { ItemCount, ResponseGroup } from '#app/measure/surveys/open-survey.server'
import { learnerRates } from './learner-rates'
import { FEWEST_SHOWN } from './share'
import { surveyRates } from './survey-rates'

type Input = {
  catalog: Catalog
  instrument: Instrument
  tallies: Tallies
  responses: { groups: ResponseGroup[]; items: ItemCount[] }
  streets: { id: string; name: string; isDemo: boolean }[]
  locale: Locale
}

/** Everything /awareness shows, with names in the wanted language. */
export function awarenessPage({ catalog, instrument, tallies, responses, streets, locale }: Input) {
  const { words } = instrumentWordsOf(instrument, locale)
  const survey = surveyRates(responses.groups, responses.items, instrument.masteryCut)
  const rates = learnerRates(
    tallies,
    catalog.modules,
    streets.map(({ id }) => id),
  )
  const named = new Map(catalog.modules.map((module) => [module.id, wordsOf(module, locale)]))
  const titled = (moduleId: string) => ({
    title: named.get(moduleId)?.words.title ?? moduleId,
    lang: named.get(moduleId)?.locale ?? locale,
  })
  const questionOf = (moduleId: string, questionId: string) => named.get(moduleId)?.words.questions[questionId]
  return {
    survey: {
      ...survey,
      items: survey.items
        .filter(({ share }) => share.kind === 'percent' || share.kind === 'counts')
        .map(({ itemId, share }) => ({ itemId, share, stem: words.items[itemId]?.stem ?? itemId })),
      cut: instrument.masteryCut,
      title: words.title,
      fewest: FEWEST_SHOWN,
    },
    learners: {
      modules: rates.modules.map((rate) => ({ ...rate, ...titled(rate.moduleId) })),
      points: rates.points.map((rate) => ({
        ...rate,
        ...titled(rate.moduleId),
        label: named.get(rate.moduleId)?.words.facts[rate.point]?.label ?? rate.point,
      })),
      mistakes: rates.mistakes.map((mistake) => ({
        ...mistake,
        ...titled(mistake.moduleId),
        stem: questionOf(mistake.moduleId, mistake.questionId)?.stem ?? '',
        option: questionOf(mistake.moduleId, mistake.questionId)?.options[mistake.optionId] ?? mistake.optionId,
      })),
      places: rates.places.map((rate) => ({
        ...rate,
        name: streets.find(({ id }) => id === rate.regionId)?.name ?? null,
      })),
      hasDemoPlaces: streets.some(({ isDemo }) => isDemo),
      fewest: FEWEST_SHOWN,
    },
  }
}

export type AwarenessPage = ReturnType<typeof awarenessPage>
