import { open, readFile, rename } from 'node:fs/promises'

/** Who published an item first. */
export type Origin = { site: string; collection: string | null; item: string | null }

/** What a component site keeps of one item. */
export type StoredItem = {
  seq: number
  collection: string
  id: number
  title: string | null
  url: string | null
  author: string | null
  sourceAgency: string | null
  firstPublishedAt: string | null
  /** Who published it first; null when that is the log it was read from. */
  origin: Origin | null
  /** The logs it went through, the one it was read from last. */
  hops: string[]
  isCorrection: boolean
  isWithdrawn: boolean
  reasonCode: string | null
  explanation: string | null
  sha256: string | null
  body: string | null
}

/** One cursor and the items it has brought. */
export type Copy = { cursor: number; items: Record<string, StoredItem> }

/** What is shown and, while everything is read again from the beginning, what has come of it so far; kept in one file. */
export type State = Copy & { again?: Copy | undefined }

/** Reads the file; a site that has none starts at the beginning of the log. */
export const loadState = async (file: string): Promise<State> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as State
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { cursor: 0, items: {} }
    throw error
  }
}

/** Replaces the file whole: whenever the process dies, cursor and items belong together. */
export const saveState = async (file: string, state: State): Promise<void> => {
  const temporary = `${file}.${process.pid}.new`
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(JSON.stringify(state))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}
