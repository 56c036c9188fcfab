/** A mark that may end a sentence, and all that the rules look at. */
export type SplitPlace = {
  readonly text: string
  /** Where the open sentence begins. */
  readonly from: number
  /** Where the marks stand. */
  readonly mark: number
  /** Behind the marks and their closers. */
  readonly to: number
  readonly marks: string
  readonly closers: string
}
