/** What a store keeps for searching and how it is asked. SQLite answers with FTS5; PostgreSQL could with its text search. */

/** A text cut for searching: words with blanks between them, and its Chinese characters one by one. */
export type Tokens = { words: string; characters: string }

/** `context` names what a text is part of: it helps to find the text by its own words, and alone finds nothing. */
export type SearchDocument = { id: string; title: Tokens; text: Tokens; context: Tokens }

/** How one word is looked for: as a whole word, as the beginning of one, or as characters that stand side by side. */
export type Way = { term: string; by: 'word' | 'beginning' | 'characters' }

/** Words asked for; of each, the ways in which it counts as found. */
export type Wanted = Way[][]

/** Found in no other shelf than the one that is asked, and not even weighed with what stands in another. */
export type Shelf = 'public' | 'explanations'

/** A smaller rank is a better find. */
export type Found = { id: string; rank: number }

export type Search = {
  /** Puts these documents in the place of all that were there, in one transaction, unless this version stands there already. */
  keep(version: string, shelves: () => Record<Shelf, SearchDocument[]>): Promise<void>
  /** What holds every word asked for, one of them at least outside its context; where `match` is 'some', one at least. At most 1,000, best first. */
  find(shelf: Shelf, wanted: Wanted, match: 'every' | 'some'): Promise<Found[]>
}
