export interface Command {
  /** One line for `--help`. */
  summary: string
  /** Returns the exit code. @throws {StartError} to be shown as one line. */
  run(args: string[]): Promise<number>
}
