import { createContext } from 'react'

/** The nonce that this response's scripts must carry; undefined on cached pages, whose policy allows our own files. */
export const NonceContext = createContext<string | undefined>(undefined)
