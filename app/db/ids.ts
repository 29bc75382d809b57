import { v7 } from 'uuid'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A new id, ordered by time. */
export const newId = (): string => v7()

/** True for text that has the form of our ids; anything else cannot exist and need not be looked up. */
export const isId = (text: string): boolean => UUID.test(text)
