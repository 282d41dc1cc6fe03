/** The site's own words in one language, as text; what is in `search` and `theme` goes to VitePress as it is. */
export interface Words {
  readonly language: string;
  /** The language's name in itself. */
  readonly label: string;
  readonly title: string;
  readonly description: string;
  readonly guides: string;
  readonly reference: string;
  readonly packages: string;
  readonly operations: string;
  readonly events: string;
  readonly overview: string;
  readonly compare: string;
  readonly compareHint: string;
  readonly compareFailed: string;
  readonly permalink: (title: string) => string;
  /** What stands above a page: the switch of the comparison, and the link to the Markdown. */
  readonly tools: string;
  readonly asMarkdown: string;
  readonly onThisPage: string;
  readonly oneOf: string;
  readonly filter: string;
  readonly noMatch: string;
  readonly shown: (shown: number, all: number) => string;
  readonly operation: string;
  readonly request: string;
  readonly method: string;
  readonly event: string;
  readonly meaning: string;
  readonly operationsLead: string;
  readonly eventsLead: string;
  readonly languageOfCode: string;
  readonly fieldsOf: (count: number) => string;
  readonly values: (count: number) => string;
  /** Of a list that stands above: its count, and the field that it is of. */
  readonly sameValues: (count: number, name: string) => string;
  /** Of the fields of an object that stands above. */
  readonly sameFields: (count: number, name: string) => string;
  readonly unofficial: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly home: string;
}
