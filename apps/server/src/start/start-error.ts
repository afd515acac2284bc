/** Why the program cannot start, in one line that says what to do. Shown without a stack. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message.replace(/\s+/g, ' ').trim(), { cause })
    this.name = 'StartError'
  }
}

const diskTrouble: Record<string, (folder: string) => string> = {
  ENOSPC: folder =>
    `The disk that holds ${folder} is full. Free some space, or set DABBLE_DATA to a folder on another disk.`,
  EDQUOT: folder => `The disk quota of ${folder} is used up. Free some space, or set DABBLE_DATA to another folder.`,
  EROFS: folder => `${folder} is on a read-only disk. Set DABBLE_DATA to a folder that can be written.`,
  EACCES: folder =>
    `${folder} may not be written by this user. Change its owner, or set DABBLE_DATA to another folder.`,
  EPERM: folder => `${folder} may not be written by this user. Change its owner, or set DABBLE_DATA to another folder.`,
  ENOTDIR: folder => `${folder} is not a folder. Set DABBLE_DATA to a folder that can be written.`,
  EEXIST: folder => `${folder} is not a folder. Set DABBLE_DATA to a folder that can be written.`,
  SQLITE_FULL: folder =>
    `The disk that holds ${folder} is full. Free some space, or set DABBLE_DATA to a folder on another disk.`,
  // What SQLite says of a disk that was full before it could make its side files, and of one that is failing.
  SQLITE_IOERR: folder =>
    `The disk that holds ${folder} is full or failing. Free some space, or set DABBLE_DATA to a folder on another disk.`,
  SQLITE_READONLY: folder =>
    `The database in ${folder} may not be written. Change its owner, or set DABBLE_DATA to another folder.`,
  SQLITE_CANTOPEN: folder =>
    `The database in ${folder} cannot be opened. Change its owner, or set DABBLE_DATA to another folder.`,
  SQLITE_NOTADB: folder =>
    `The database in ${folder} is damaged. Restore a backup, or set DABBLE_DATA to a new folder.`,
  SQLITE_CORRUPT: folder =>
    `The database in ${folder} is damaged. Restore a backup, or set DABBLE_DATA to a new folder.`,
}

/** Trouble with the data folder as a `StartError`; any other error as it is. */
export function explainDisk(error: unknown, dataFolder: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  const explain = diskTrouble[code] ?? diskTrouble[code.split('_').slice(0, 2).join('_')]
  return explain ? new StartError(explain(dataFolder), error) : error
}
