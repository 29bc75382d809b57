-- FTS5 has no form in drizzle, so these two stand here only; app/db/search.server.ts alone speaks to them.
-- Two shelves: what everybody may find, and explanations, which nobody sees whose quiz did not close on that question.
CREATE VIRTUAL TABLE search_public USING fts5(id UNINDEXED, version UNINDEXED, title_words, title_characters, text_words, text_characters, context_words, context_characters, tokenize = 'unicode61 remove_diacritics 0');--> statement-breakpoint
CREATE VIRTUAL TABLE search_explanations USING fts5(id UNINDEXED, version UNINDEXED, title_words, title_characters, text_words, text_characters, context_words, context_characters, tokenize = 'unicode61 remove_diacritics 0');
