/** The method box line by line: the page and the file say the same. Pure. */
import type { Translate } from '#app/i18n/config'
import { percentText } from './figure-words'
import type { PublishedPage } from './published-page'
import { saidText } from './said-text'

export type MethodLine = { key: string; name: string; text: string }

const MODES = ['face', 'phone', 'web', 'paper', 'file'] as const

export function methodLines(t: Translate, page: PublishedPage): MethodLine[] {
  const { about } = page
  const { wave, instrument, settings } = about
  const { placeName: place, ageFrom: from, ageTo: to } = wave
  return [
    { key: 'definition', name: t('awareness.published.method.definition'), text: definitionText(t, page) },
    {
      key: 'frame',
      name: t('awareness.published.method.frame'),
      text: t('awareness.published.method.frameIs', { place, from, to }),
    },
    { key: 'people', name: t('awareness.published.method.people'), text: peopleText(t, page) },
    { key: 'response', name: t('awareness.published.method.response'), text: responseText(t, page) },
    {
      key: 'days',
      name: t('awareness.published.method.days'),
      text: t('awareness.published.method.daysAre', { from: wave.fieldFrom, to: wave.fieldTo }),
    },
    {
      key: 'how',
      name: t('awareness.published.method.how'),
      text:
        wave.tier === 'Q'
          ? t('awareness.published.method.howQ')
          : t(`awareness.published.method.firstStage.${wave.firstStage}`),
    },
    {
      key: 'modes',
      name: t('awareness.published.method.modes'),
      text: MODES.filter((mode) => wave.modes.includes(mode))
        .map((mode) => t(`awareness.published.method.mode.${mode}`))
        .join(t('common.listSeparator')),
    },
    { key: 'weights', name: t('awareness.published.method.weights'), text: weightsText(t, page) },
    { key: 'margins', name: t('awareness.published.method.margins'), text: marginsText(t, page) },
    {
      key: 'missing',
      name: t('awareness.published.method.missing'),
      text: t(`awareness.published.method.missingIs.${settings.missing}`),
    },
    {
      key: 'chance',
      name: t('awareness.published.method.chance'),
      text: t('awareness.published.method.chanceIs', { percent: percentText(page.chanceLevel) }),
    },
    {
      key: 'instrument',
      name: t('awareness.published.method.instrument'),
      text: t('awareness.published.method.instrumentIs', { id: instrument.id, count: instrument.items }),
    },
    ...(page.note ? [{ key: 'who', name: t('awareness.published.method.who'), text: page.note }] : []),
    { key: 'wave', name: t('awareness.published.method.wave'), text: wave.name },
    { key: 'published', name: t('awareness.published.method.published'), text: page.publishedOn },
  ]
}

function definitionText(t: Translate, { about: { target } }: PublishedPage): string {
  const definition = target ? (target.definition ?? 'open') : 'none'
  return t(`awareness.published.method.definitionOf.${definition}`)
}

function peopleText(t: Translate, { about, people }: PublishedPage): string {
  return t('awareness.published.method.peopleIs', { n: people, excluded: about.excluded })
}

function responseText(t: Translate, { response }: PublishedPage): string {
  if (response.rate === null) return t('awareness.published.method.responseNone')
  return t('awareness.published.method.responseIs', { ...response, rate: percentText(response.rate) })
}

function weightsText(t: Translate, { about, weights, unweighted }: PublishedPage): string {
  return t('awareness.published.method.weightsAre', {
    weighting: t(`awareness.published.method.weighting.${about.settings.weighting}`),
    unweighted: saidText(t, unweighted),
    max: weights.maxOverMean.toFixed(1),
    kish: weights.kish.toFixed(2),
    trimmed: weights.trimmed,
  })
}

function marginsText(t: Translate, { about: { margins } }: PublishedPage): string {
  if (margins.length === 0) return t('awareness.published.method.marginsNone')
  const lines = margins.map(({ source, year, people }) =>
    t('awareness.published.method.marginIs', { source, year, people: Math.round(people) }),
  )
  return [...new Set(lines)].join(t('common.listSeparator'))
}
