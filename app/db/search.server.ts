/** Searching in SQLite, by FTS5. The only file that knows its tables and its language of queries. */
import type Database from 'better-sqlite3'
import type { Found, Search, SearchDocument, Shelf, Tokens, Wanted, Way } from './search'

const TABLES: Record<Shelf, string> = { public: 'search_public', explanations: 'search_explanations' }
const MOST = 1000

/** A title says more than a text, and a word more than characters that happen to stand together. */
const WEIGHTS = '0, 0, 8, 4, 2, 1, 0.2, 0.1'
const OWN = { words: '{title_words text_words}', characters: '{title_characters text_characters}' }
const ANY = {
  words: '{title_words text_words context_words}',
  characters: '{title_characters text_characters context_characters}',
}

export function sqliteSearch(sqlite: Database.Database): Search {
  const versionOf = () => sqlite.prepare(`select version from ${TABLES.public} limit 1`).pluck().get()
  return {
    async keep(version, shelves) {
      if (versionOf() === version) return
      const made = shelves()
      // Immediate, and looked at once more: of several processes that start at once, the first one writes.
      const write = sqlite.transaction(() => {
        if (versionOf() === version) return
        for (const shelf of Object.keys(TABLES) as Shelf[]) replaceShelf(sqlite, TABLES[shelf], version, made[shelf])
      })
      write.immediate()
    },
    async find(shelf, wanted, match) {
      if (wanted.length === 0) return []
      return sqlite
        .prepare(
          `select id, bm25(${TABLES[shelf]}, ${WEIGHTS}) as rank from ${TABLES[shelf]}
           where ${TABLES[shelf]} match ? order by rank, id limit ${MOST}`,
        )
        .all(expressionOf(wanted, match)) as Found[]
    },
  }
}

function replaceShelf(sqlite: Database.Database, table: string, version: string, documents: SearchDocument[]): void {
  sqlite.prepare(`delete from ${table}`).run()
  const insert = sqlite.prepare(`insert into ${table} values (?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const { id, title, text, context } of documents)
    insert.run(id, version, ...[title, text, context].flatMap(columnsOf))
}

const columnsOf = ({ words, characters }: Tokens): [string, string] => [words, characters]

/** FTS5's own language. Every word stands in quotes, its own quotes doubled, so that none is read as an operator. */
function expressionOf(wanted: Wanted, match: 'every' | 'some'): string {
  const own = wanted.map((ways) => termIn(OWN, ways)).join(' OR ')
  return match === 'some' ? own : [...wanted.map((ways) => termIn(ANY, ways)), `(${own})`].join(' AND ')
}

const termIn = (columns: typeof OWN, ways: Way[]): string => `(${ways.map((way) => wayIn(columns, way)).join(' OR ')})`

function wayIn(columns: typeof OWN, { term, by }: Way): string {
  const words = `${columns.words} : ${quoted(term)}`
  if (by === 'word') return words
  if (by === 'beginning') return `${words} *`
  // A word that the segmenter cut just so counts twice.
  return `${words} OR ${columns.characters} : ${quoted([...term].join(' '))}`
}

/** FTS5 reads text as C does, up to the first NUL. */
const quoted = (text: string): string => `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`
