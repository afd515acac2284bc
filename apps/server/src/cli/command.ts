export interface Command {
  /** One line for `--help`. */
  summary: string
  /** What `<command> --help` says, where one line is not enough. */
  usage?: string
  /** Returns the exit code. @throws {StartError} to be shown as one line. */
  run(args: string[]): Promise<number>
}
