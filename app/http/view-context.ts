import { createContext } from 'react'
import { defaultLocale } from '#app/i18n/locales'
import type { View } from './view'

export type { View }

/** How the person of this request wants pages shown; set once around the whole document. */
export const ViewContext = createContext<View>({ locale: defaultLocale, display: 'standard', audience: null })
