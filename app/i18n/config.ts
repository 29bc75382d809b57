/**
 * Every string of the interface, through i18next. zh-CN is the source: its shape is the type of all keys, and English
 * must have the same shape to compile. Text of lessons and questions is content, never here.
 */
import { createInstance } from 'i18next'
import { defaultLocale, type Locale } from './locales'
import enAbout from './locales/en/about.json'
import enAccounts from './locales/en/accounts.json'
import enAnswering from './locales/en/answering.json'
import enAudit from './locales/en/audit.json'
import enAwareness from './locales/en/awareness.json'
import enChecklists from './locales/en/checklists.json'
import enCommon from './locales/en/common.json'
import enContent from './locales/en/content.json'
import enDesk from './locales/en/desk.json'
import enError from './locales/en/error.json'
import enEstimates from './locales/en/estimates.json'
import enFeedback from './locales/en/feedback.json'
import enHome from './locales/en/home.json'
import enItems from './locales/en/items.json'
import enJoin from './locales/en/join.json'
import enLesson from './locales/en/lesson.json'
import enOrganizations from './locales/en/organizations.json'
import enPlaces from './locales/en/places.json'
import enProgress from './locales/en/progress.json'
import enQuiz from './locales/en/quiz.json'
import enRates from './locales/en/rates.json'
import enRosters from './locales/en/rosters.json'
import enSearch from './locales/en/search.json'
import enSheets from './locales/en/sheets.json'
import enSurvey from './locales/en/survey.json'
import enSurveyFiles from './locales/en/survey-files.json'
import enWaves from './locales/en/waves.json'
import zhAbout from './locales/zh-CN/about.json'
import zhAccounts from './locales/zh-CN/accounts.json'
import zhAnswering from './locales/zh-CN/answering.json'
import zhAudit from './locales/zh-CN/audit.json'
import zhAwareness from './locales/zh-CN/awareness.json'
import zhChecklists from './locales/zh-CN/checklists.json'
import zhCommon from './locales/zh-CN/common.json'
import zhContent from './locales/zh-CN/content.json'
import zhDesk from './locales/zh-CN/desk.json'
import zhError from './locales/zh-CN/error.json'
import zhEstimates from './locales/zh-CN/estimates.json'
import zhFeedback from './locales/zh-CN/feedback.json'
import zhHome from './locales/zh-CN/home.json'
import zhItems from './locales/zh-CN/items.json'
import zhJoin from './locales/zh-CN/join.json'
import zhLesson from './locales/zh-CN/lesson.json'
import zhOrganizations from './locales/zh-CN/organizations.json'
import zhPlaces from './locales/zh-CN/places.json'
import zhProgress from './locales/zh-CN/progress.json'
import zhQuiz from './locales/zh-CN/quiz.json'
import zhRates from './locales/zh-CN/rates.json'
import zhRosters from './locales/zh-CN/rosters.json'
import zhSearch from './locales/zh-CN/search.json'
import zhSheets from './locales/zh-CN/sheets.json'
import zhSurvey from './locales/zh-CN/survey.json'
import zhSurveyFiles from './locales/zh-CN/survey-files.json'
import zhWaves from './locales/zh-CN/waves.json'

export const zhCN = {
  about: zhAbout,
  accounts: zhAccounts,
  answering: zhAnswering,
  audit: zhAudit,
  awareness: zhAwareness,
  checklists: zhChecklists,
  common: zhCommon,
  content: zhContent,
  desk: zhDesk,
  error: zhError,
  estimates: zhEstimates,
  feedback: zhFeedback,
  home: zhHome,
  items: zhItems,
  join: zhJoin,
  lesson: zhLesson,
  organizations: zhOrganizations,
  places: zhPlaces,
  progress: zhProgress,
  quiz: zhQuiz,
  rates: zhRates,
  rosters: zhRosters,
  search: zhSearch,
  sheets: zhSheets,
  survey: zhSurvey,
  surveyFiles: zhSurveyFiles,
  waves: zhWaves,
}

export const en: typeof zhCN = {
  about: enAbout,
  accounts: enAccounts,
  answering: enAnswering,
  audit: enAudit,
  awareness: enAwareness,
  checklists: enChecklists,
  common: enCommon,
  content: enContent,
  desk: enDesk,
  error: enError,
  estimates: enEstimates,
  feedback: enFeedback,
  home: enHome,
  items: enItems,
  join: enJoin,
  lesson: enLesson,
  organizations: enOrganizations,
  places: enPlaces,
  progress: enProgress,
  quiz: enQuiz,
  rates: enRates,
  rosters: enRosters,
  search: enSearch,
  sheets: enSheets,
  survey: enSurvey,
  surveyFiles: enSurveyFiles,
  waves: enWaves,
}

/** The keys of all texts, such as 'common.brand', and of all lists of texts. */
type PathsOf<Texts, Leaf> = {
  [Key in keyof Texts & string]: Texts[Key] extends Leaf
    ? Key
    : Texts[Key] extends string | string[]
      ? never
      : `${Key}.${PathsOf<Texts[Key], Leaf>}`
}[keyof Texts & string]
export type TextKey = PathsOf<typeof zhCN, string>
export type ListKey = PathsOf<typeof zhCN, string[]>

/**
 * The text of a key, with its places filled. i18next's own type says the same, but takes the compiler four times as long
 * over as many keys as there are here.
 */
export type Translate = {
  (key: TextKey, values?: object): string
  (key: ListKey, values: { returnObjects: true }): string[]
}

const instances = new Map<Locale, { t: Translate }>()

/** The translator of one language, made once: all strings are in memory, so nothing flickers and nothing is fetched. */
export function translator(locale: Locale): { t: Translate } {
  const known = instances.get(locale)
  if (known) return known
  const instance = createInstance({
    lng: locale,
    fallbackLng: defaultLocale,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  instance.init()
  const made = { t: instance.t as Translate }
  instances.set(locale, made)
  return made
}

/** A day such as 2026-11-22, written as people of that language write it. */
export const writeDay = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(moment)
