import { useContext } from 'react'
import { ViewContext } from '#app/http/view-context'
import { translator } from './config'

/**
 * The strings of this request's language. A page is rendered once, on the server, and never changes its language, so
 * this needs none of the watching that react-i18next's hook of the same name does (a third of a page's time).
 */
export const useTranslation = () => {
  const { t } = translator(useContext(ViewContext).locale)
  return { t }
}
