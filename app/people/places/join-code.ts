/** The code of a joining link: short, easy to read aloud and to copy from paper. */

/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: what is taken for another is left out. */
export const JOIN_ALPHABET = '34679ACDEFGHJKMNPQRTWXY'

/** 23^7 codes are 3.4 thousand million: a guessed one hits one of a thousand organizations once in millions of tries. */
export const JOIN_LENGTH = 7

export const joinPath = (joinCode: string): string => `/join/${joinCode}`
