/**
 * Which pages are the same for everybody who views them the same way. The server renders these from a request that it
 * has stripped of everything but the view, so they cannot contain anybody's data, and keeps them whole.
 */
import type { View } from './view'

const LESSON = /^\/modules\/([a-z0-9-]{1,60})$/

const PUBLIC = [
  /^\/$/,
  /^\/about$/,
  /^\/awareness\/method$/,
  /^\/checklists$/,
  /^\/checklists\/[a-z-]{1,40}$/,
  /^\/guardians$/,
  /^\/modules$/,
  LESSON,
  /^\/for\/[a-z-]{1,40}$/,
  /^\/pictures\/[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}\.svg$/,
]

/** True for pages without anything personal. The path comes without its query. */
export const isPublicPage = (pathname: string): boolean => PUBLIC.some((pattern) => pattern.test(pathname))

/** The module whose lesson stands at this path; null where there is none. */
export const lessonAt = (pathname: string): string | null => LESSON.exec(pathname)?.[1] ?? null

/** What a kept page is kept under. Pictures are the same in every view; the audience shows on the home page only. */
export function publicPageKey(pathname: string, { locale, display, audience }: View): string {
  if (pathname.startsWith('/pictures/')) return pathname
  return [pathname, locale, display, pathname === '/' ? (audience ?? '') : ''].join(' ')
}
