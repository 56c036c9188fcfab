import 'lunr'

/** lunr's query parser is public at run time; its published types leave it out. */
declare module 'lunr' {
  class QueryParser {
    constructor(text: string, query: lunr.Query)
    /** Throws a `lunr.QueryParseError` that says from where to where it did not understand. */
    parse(): lunr.Query
  }
}
