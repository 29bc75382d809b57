/**
 * Every string of the interface, through i18next. zh-CN is the source: its shape is the type of all keys, and English
 * must have the same shape to compile. Text of lessons and questions is content, never here.
 */
import { createInstance, type i18n } from 'i18next'
import { defaultLocale, type Locale } from './locales'
import enAbout from './locales/en/about.json'
import enAccounts from './locales/en/accounts.json'
import enAudit from './locales/en/audit.json'
import enAwareness from './locales/en/awareness.json'
import enCommon from './locales/en/common.json'
import enDesk from './locales/en/desk.json'
import enError from './locales/en/error.json'
import enFeedback from './locales/en/feedback.json'
import enHome from './locales/en/home.json'
import enJoin from './locales/en/join.json'
import enLesson from './locales/en/lesson.json'
import enOrganizations from './locales/en/organizations.json'
import enPlaces from './locales/en/places.json'
import enProgress from './locales/en/progress.json'
import enQuiz from './locales/en/quiz.json'
import enSurvey from './locales/en/survey.json'
import zhAbout from './locales/zh-CN/about.json'
import zhAccounts from './locales/zh-CN/accounts.json'
import zhAudit from './locales/zh-CN/audit.json'
import zhAwareness from './locales/zh-CN/awareness.json'
import zhCommon from './locales/zh-CN/common.json'
import zhDesk from './locales/zh-CN/desk.json'
import zhError from './locales/zh-CN/error.json'
import zhFeedback from './locales/zh-CN/feedback.json'
import zhHome from './locales/zh-CN/home.json'
import zhJoin from './locales/zh-CN/join.json'
import zhLesson from './locales/zh-CN/lesson.json'
import zhOrganizations from './locales/zh-CN/organizations.json'
import zhPlaces from './locales/zh-CN/places.json'
import zhProgress from './locales/zh-CN/progress.json'
import zhQuiz from './locales/zh-CN/quiz.json'
import zhSurvey from './locales/zh-CN/survey.json'

export const zhCN = {
  about: zhAbout,
  accounts: zhAccounts,
  audit: zhAudit,
  awareness: zhAwareness,
  common: zhCommon,
  desk: zhDesk,
  error: zhError,
  feedback: zhFeedback,
  home: zhHome,
  join: zhJoin,
  lesson: zhLesson,
  organizations: zhOrganizations,
  places: zhPlaces,
  progress: zhProgress,
  quiz: zhQuiz,
  survey: zhSurvey,
}

export const en: typeof zhCN = {
  about: enAbout,
  accounts: enAccounts,
  audit: enAudit,
  awareness: enAwareness,
  common: enCommon,
  desk: enDesk,
  error: enError,
  feedback: enFeedback,
  home: enHome,
  join: enJoin,
  lesson: enLesson,
  organizations: enOrganizations,
  places: enPlaces,
  progress: enProgress,
  quiz: enQuiz,
  survey: enSurvey,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof zhCN }
  }
}

const instances = new Map<Locale, i18n>()

/** The translator of one language, made once: all strings are in memory, so nothing flickers and nothing is fetched. */
export function translator(locale: Locale): i18n {
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
  instances.set(locale, instance)
  return instance
}

/** A day such as 2026-11-22, written as people of that language write it. */
export const writeDay = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(moment)
